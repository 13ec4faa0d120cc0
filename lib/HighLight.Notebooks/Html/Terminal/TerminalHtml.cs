using System.Net;
using System.Text;

namespace HighLight.Notebooks.Html.Terminal;

/// <summary>
/// Text as a terminal shows it, in HTML: carriage returns and backspaces overwrite, colours and marks are kept, links to web pages stay
/// links, and of all other escape sequences and control characters nothing is seen.
/// </summary>
internal sealed class TerminalHtml
{
    // Longer ones, which a page would repeat, are not links that anybody follows.
    private const int LongestTarget = 2048;

    private readonly string _text;
    private readonly EscapeScanner _escapes;
    private readonly TerminalLine _line;
    private readonly TerminalMarkup _html = new();
    private TerminalStyle _style = TerminalStyle.Plain;

    private TerminalHtml(string text)
    {
        _text = text;
        _escapes = new EscapeScanner(text);
        _line = new TerminalLine(text);
    }

    public static string Render(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\b')
            || text.AsSpan().ContainsAnyInRange('\v', '\x1f')
            || text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')
            ? new TerminalHtml(text).Render()
            : WebUtility.HtmlEncode(text);

    private string Render()
    {
        int plain = 0;
        for (int i = 0; i < _text.Length;)
        {
            if (_text[i] == '\t' || !char.IsControl(_text[i]))
            {
                i++;
                continue;
            }

            Write(plain, i);
            i = Apply(i);
            plain = i;
        }

        Write(plain, _text.Length);
        AppendLine();
        return _html.Complete();
    }

    private void Write(int start, int end)
    {
        if (end > start)
        {
            _line.Write(start, end - start, _style);
        }
    }

    // Returns where the text goes on.
    private int Apply(int index)
    {
        switch (_text[index])
        {
            case '\n':
                AppendLine();
                _html.EndLine();
                break;
            case '\r':
                _line.Return();
                break;
            case '\b':
                _line.Backspace();
                break;
            case var c when EscapeScanner.IsIntroducer(c):
                var sequence = _escapes.At(index);
                Apply(sequence.Kind, _text.AsSpan(sequence.Start, sequence.Length));
                return sequence.End;
        }

        return index + 1;
    }

    private void Apply(char kind, ReadOnlySpan<char> content)
    {
        switch (kind)
        {
            case '[' when content is [.., 'm'] && !content.ContainsAnyInRange('<', '?'):
                _style = GraphicRendition.Apply(_style, content[..^1]);
                break;
            case '[' when content is "K" or "0K" or "1K" or "2K":
                _line.Erase(content.Length == 1 ? 0 : content[0] - '0');
                break;
            case ']' when content.StartsWith("8;"):
                _style = _style with { Link = Target(content[2..]) };
                break;
        }
    }

    // After the parameters of the link, which no page needs.
    private static string? Target(ReadOnlySpan<char> content)
    {
        var target = content[(content.IndexOf(';') + 1)..];
        return target.Length <= LongestTarget
            && Uri.TryCreate(target.ToString(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.AbsoluteUri.Length <= LongestTarget
            ? uri.AbsoluteUri
            : null;
    }

    private void AppendLine()
    {
        var runs = _line.Runs;
        for (int i = 0; i < runs.Count;)
        {
            var style = runs[i].Style;
            var content = new StringBuilder();
            for (; i < runs.Count && (ReferenceEquals(runs[i].Style, style) || runs[i].Style == style); i++)
            {
                _ = runs[i].Start < 0 ? content.Append(' ') : content.Append(_text, runs[i].Start, runs[i].Length);
            }

            _html.Append(style, content.ToString());
        }

        _line.Clear();
    }
}
