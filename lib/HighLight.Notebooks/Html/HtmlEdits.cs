using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>A text that is copied from its beginning to its end, with changes.</summary>
/// <param name="html">The text.</param>
internal sealed class HtmlEdits(string html)
{
    private int _copied;

    /// <summary>What was copied so far.</summary>
    public StringBuilder Result { get; } = new();

    /// <summary>Copies up to a position.</summary>
    public void Copy(int end)
    {
        Result.Append(html, _copied, end - _copied);
        _copied = end;
    }

    /// <summary>Copies up to a position, and something else instead of what follows.</summary>
    public void Replace(int start, int end, string text)
    {
        Copy(start);
        Result.Append(text);
        _copied = end;
    }
}
