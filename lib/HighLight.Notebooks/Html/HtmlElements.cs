using System.Collections.Frozen;

namespace HighLight.Notebooks.Html;

/// <summary>Which elements the parser of the HTML standard treats in which way (section 13.2.6, "Tree construction").</summary>
internal static class HtmlElements
{
    /// <summary>They have no content and no end tag.</summary>
    public static readonly FrozenSet<string> Void = Names(
        "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr");

    /// <summary>The end of what they stand in ends them.</summary>
    public static readonly FrozenSet<string> EndOptional = Names(
        "p li dt dd option optgroup rb rp rt rtc td th tr tbody thead tfoot colgroup");

    /// <summary>Their content is text up to their own end tag.</summary>
    public static readonly FrozenSet<string> Raw = Names("title textarea style xmp iframe noembed noframes noscript script");

    /// <summary>They belong to the page as a whole and would change it.</summary>
    public static readonly FrozenSet<string> OfPage = Names("html head body frameset");

    /// <summary>What a list of choices may hold without being parsed in another way.</summary>
    public static readonly FrozenSet<string> InSelect = Names("option optgroup hr");

    /// <summary>They end a drawing or a formula that they stand in.</summary>
    public static readonly FrozenSet<string> Breakout = Names(
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre "
        + "ruby s small span strong strike sub sup table tt u ul var");

    /// <summary>Their end tag ends all that stands in them.</summary>
    public static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup main menu nav "
        + "ol pre search section select summary table ul");

    /// <summary>The root element of a drawing.</summary>
    public const string Svg = "svg";

    /// <summary>The root element of a formula.</summary>
    public const string Math = "math";

    private static readonly string[][] Siblings = [["p"], ["li"], ["dt", "dd"], ["option"], ["td", "th"]];

    /// <summary>Whether a start tag ends an open element, which would have to end there at the latest.</summary>
    public static bool Ends(string start, string open) =>
        Array.Exists(Siblings, names => names.Contains(start, StringComparer.Ordinal) && names.Contains(open, StringComparer.Ordinal))
        || (start is "tr" && open is ("td" or "th" or "tr"))
        || (start is "tbody" or "thead" or "tfoot" && open is ("td" or "th" or "tr" or "tbody" or "thead" or "tfoot"));

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
