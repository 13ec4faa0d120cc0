using System.Net;
using System.Text;

namespace HighLight.Notebooks.Html.Terminal;

/// <summary>
/// The HTML of terminal text. Text that follows text with the same link, also on the next line, stands in the same element.
/// </summary>
internal sealed class TerminalMarkup
{
    private readonly StringBuilder _html = new();
    private string? _link;
    private int _lineEnds;

    public void Append(TerminalStyle style, string text)
    {
        if (!string.Equals(style.Link, _link, StringComparison.Ordinal))
        {
            CloseLink();
            AppendLineEnds();
            OpenLink(style.Link);
        }

        AppendLineEnds();
        TerminalSpan.Append(_html, style, WebUtility.HtmlEncode(text));
    }

    public void EndLine() => _lineEnds++;

    public string Complete()
    {
        CloseLink();
        AppendLineEnds();
        return _html.ToString();
    }

    private void OpenLink(string? target)
    {
        if (target is not null)
        {
            _html.Append("<a href=\"").Append(WebUtility.HtmlEncode(target)).Append("\" rel=\"noopener noreferrer\">");
            _link = target;
        }
    }

    private void CloseLink()
    {
        if (_link is not null)
        {
            _html.Append("</a>");
            _link = null;
        }
    }

    // They are kept until it is known whether they stand within a link.
    private void AppendLineEnds()
    {
        _html.Append('\n', _lineEnds);
        _lineEnds = 0;
    }
}
