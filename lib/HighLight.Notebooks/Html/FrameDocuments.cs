using System.Buffers;
using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>Empties the documents that frames hold in <c>srcdoc</c>: they may hold all that is taken from the page itself.</summary>
internal sealed class FrameDocuments
{
    private const string Frame = "iframe";
    private const string Document = "srcdoc";

    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\n\f\r ");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create("\t\n\f\r >");

    private bool _isFrameMet;

    /// <summary>Empties each value that may be such a document, whatever stands before it, once the page has a frame.</summary>
    public string Empty(string html)
    {
        int position = _isFrameMet ? 0 : FirstFrame(html);
        if (position < 0)
        {
            return html;
        }

        _isFrameMet = true;
        var result = new StringBuilder();
        int copied = 0;
        while ((position = html.IndexOf(Document, position, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            position += Document.Length;
            int equals = SkipBlanks(html, position);
            if (equals < html.Length && html[equals] == '=')
            {
                int value = SkipBlanks(html, equals + 1);
                result.Append(html, copied, value - copied).Append("\"\"");
                position = copied = ValueEnd(html, value);
            }
        }

        return result.Append(html, copied, html.Length - copied).ToString();
    }

    private static int FirstFrame(string html)
    {
        int i = html.IndexOf('<', StringComparison.Ordinal);
        while (i >= 0 && !HtmlTagScanner.IsTag(html, i, Frame))
        {
            i = html.IndexOf('<', i + 1);
        }

        return i;
    }

    private static int SkipBlanks(string html, int position)
    {
        int length = html.AsSpan(position).IndexOfAnyExcept(Blanks);
        return length < 0 ? html.Length : position + length;
    }

    private static int ValueEnd(string html, int start)
    {
        bool quoted = start < html.Length && html[start] is '"' or '\'';
        int length = quoted ? html.AsSpan(start + 1).IndexOf(html[start]) + 1 : html.AsSpan(start).IndexOfAny(UnquotedEnds);
        return length < 0 || (quoted && length == 0) ? html.Length : start + length + (quoted ? 1 : 0);
    }
}
