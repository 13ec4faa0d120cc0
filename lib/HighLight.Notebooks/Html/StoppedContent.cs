using System.Text.RegularExpressions;

namespace HighLight.Notebooks.Html;

/// <summary>Notices what does not work on a page with a content security policy.</summary>
internal sealed partial class StoppedContent
{
    /// <summary>The name of the tags that stand for those taken out.</summary>
    public const string Replacement = "wbr";

    private bool _inStyle;

    /// <summary>Whether a script, a form, or something from the network was met.</summary>
    public bool IsMet { get; private set; }

    public void NoteScript() => IsMet = true;

    public void NoteTag(string html, int start, string name)
    {
        IsMet |= name is "script" or "iframe" or "object" or "embed";
        _inStyle = name is "style" || (_inStyle && !HtmlTagScanner.IsTag(html, start, "/style"));
    }

    /// <summary>What stands between tags counts within a <c>style</c> element only.</summary>
    public void NoteText(ReadOnlySpan<char> text) => IsMet = IsMet || (_inStyle && IsRemoteStyle(text));

    public void NoteAttribute(string tag, HtmlAttribute attribute) =>
        IsMet = IsMet
            || attribute.Name.StartsWith("on", StringComparison.Ordinal)
            || (tag is "form" && attribute.Name is "action")
            || attribute.Name is "formaction"
            || (Loads(tag, attribute.Name) && IsRemote(attribute))
            || IsRemoteStyle(attribute.Value);

    // What an "a" or an "area" leads to loads when it is clicked.
    private static bool Loads(string tag, string attribute) => attribute switch
    {
        "src" or "srcset" or "poster" or "background" or "data" => true,
        "href" or "xlink:href" => tag is Replacement or "image" or "use" or "feimage",
        _ => false,
    };

    private static bool IsRemote(HtmlAttribute attribute)
    {
        string value = attribute.Value.TrimStart();
        return value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("//", StringComparison.Ordinal)
            || (attribute.Name is "srcset" && value.Contains("//", StringComparison.Ordinal)
                && !value.StartsWith("data:", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsRemoteStyle(ReadOnlySpan<char> style) =>
        style.Contains("//", StringComparison.Ordinal) && RemoteStyle().IsMatch(style);

    [GeneratedRegex(
        """(?:url\(|@import)(?:[\s"']|&quot;|&apos;){0,100}(?:https?:)?//""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RemoteStyle();
}
