using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>
/// Takes from a stranger's HTML what the page's content security policy does not stop: a refresh by <c>meta</c> leaves the page,
/// <c>base</c> and <c>link</c> reach the network. Nothing else is changed but links that are scripts. The policy stops scripts, frames,
/// forms and everything that loads.
/// </summary>
internal sealed class UntrustedHtml
{
    private static readonly string[] Neutralised = ["meta", "base", "link"];

    private static readonly string[] Links =
        ["href", "xlink:href", "src", "action", "formaction", "data", "to", "from", "values", "poster", "background"];

    private readonly StringBuilder _html = new();

    /// <summary>Whether something was met that runs a script, or loads from the network, on a page without a policy.</summary>
    public bool IsNeeded { get; private set; }

    public string Filter(string html)
    {
        html = WithoutVoidTags(html);
        _html.Clear();
        int copied = 0;
        for (int i = html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i))
        {
            var tag = new HtmlTagScanner(html, i);
            Note(tag.Name);
            while (tag.Next() is { } attribute)
            {
                Note(attribute);
                if (IsScript(attribute))
                {
                    _html.Append(html, copied, attribute.Start - copied).Append('#');
                    copied = attribute.End;
                }
            }

            i = tag.Position;
        }

        return _html.Append(html, copied, html.Length - copied).ToString();
    }

    // Wherever such a tag could be read, be it in a comment or in a string: which of these it is depends on all that stands before it in
    // the page. The replacement has no content either, and no effect.
    private static string WithoutVoidTags(string html)
    {
        var result = new StringBuilder();
        int copied = 0;
        for (int i = html.IndexOf('<', StringComparison.Ordinal); i >= 0; i = html.IndexOf('<', i + 1))
        {
            if (Neutralised.FirstOrDefault(name => HtmlTagScanner.IsTag(html, i, name)) is { } name)
            {
                result.Append(html, copied, i + 1 - copied).Append("wbr");
                copied = i + 1 + name.Length;
            }
        }

        return copied == 0 ? html : result.Append(html, copied, html.Length - copied).ToString();
    }

    private void Note(string tag) => IsNeeded |= tag is "script" or "iframe" or "object" or "embed";

    private void Note(HtmlAttribute attribute)
    {
        string value = attribute.Value.TrimStart();
        bool remote = value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith("//", StringComparison.Ordinal);
        IsNeeded |= IsScript(attribute)
            || attribute.Name.StartsWith("on", StringComparison.Ordinal)
            || (remote && (attribute.Name is "src" or "srcset" or "poster"));
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
