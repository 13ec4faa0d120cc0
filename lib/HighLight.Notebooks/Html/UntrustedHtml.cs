using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>
/// Takes from a stranger's HTML what the page's content security policy does not stop: elements that leave the page or reach the network,
/// documents within frames, and links that are scripts. Nothing else is changed.
/// </summary>
internal sealed class UntrustedHtml
{
    // A refresh by meta leaves the page; base and link reach the network.
    private static readonly string[] RemovedTags = ["meta", "base", "link"];

    private static readonly string[] Links =
        ["href", "xlink:href", "src", "action", "formaction", "data", "to", "from", "values", "poster", "background"];

    private readonly StringBuilder _html = new();
    private readonly FrameDocuments _frames = new();
    private readonly StoppedContent _stopped = new();

    /// <summary>Whether something was met that runs a script, or loads from the network, on a page without a policy.</summary>
    public bool IsNeeded => _stopped.IsMet;

    public string Filter(string html)
    {
        html = _frames.Empty(WithoutRemovedTags(html));
        _html.Clear();
        int copied = 0;
        int text = 0;
        for (int i = html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i))
        {
            _stopped.NoteText(html.AsSpan(text, i - text));
            var tag = new HtmlTagScanner(html, i);
            _stopped.NoteTag(html, i, tag.Name);
            while (tag.Next() is { } attribute)
            {
                _stopped.NoteAttribute(tag.Name, attribute);
                if (IsScript(attribute))
                {
                    _stopped.NoteScript();
                    _html.Append(html, copied, attribute.Start - copied).Append('#');
                    copied = attribute.End;
                }
            }

            text = i = tag.Position;
        }

        _stopped.NoteText(html.AsSpan(text));
        return _html.Append(html, copied, html.Length - copied).ToString();
    }

    // Wherever such a tag could be read, be it in a comment or in a string: which of these it is depends on all that stands before it in
    // the page. The replacement has no content either, and no effect.
    private static string WithoutRemovedTags(string html)
    {
        var result = new StringBuilder();
        int copied = 0;
        for (int i = html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i + 1))
        {
            if (RemovedTags.FirstOrDefault(name => HtmlTagScanner.IsTag(html, i, name)) is { } name)
            {
                result.Append(html, copied, i + 1 - copied).Append(StoppedContent.Replacement);
                copied = i + 1 + name.Length;
            }
        }

        return copied == 0 ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    // Browsers pass over control characters and blanks in the scheme of an address.
    private static bool IsScript(HtmlAttribute attribute)
    {
        if (!Links.Contains(attribute.Name, StringComparer.Ordinal))
        {
            return false;
        }

        string scheme = string.Concat(attribute.Value.Where(c => c > ' ').TakeWhile(c => c != ':').Take(16)).ToLowerInvariant();
        return scheme is "javascript" or "vbscript"
            || (attribute.Name is "to" or "from" or "values" && scheme.Contains("script", StringComparison.Ordinal));
    }
}
