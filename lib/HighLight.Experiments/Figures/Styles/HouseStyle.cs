using System.Collections.Immutable;

namespace HighLight.Experiments.Figures.Styles;

/// <summary>
/// Colours and fonts of every figure. The colours are those of Okabe and Ito ("Color universal design", 2008), which readers with any
/// form of colour blindness can tell apart; a design and a pruning family keep theirs in all figures.
/// </summary>
internal static class HouseStyle
{
    public const string Background = "#ffffff";
    public const string Ink = "#222222";
    public const string Grid = "#e3e3e3";
    public const string AxisLine = "#666666";
    public const string FontFamily = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    /// <summary>A third: the last two digits of #rrggbbaa.</summary>
    public const string PaleOpacity = "55";

    public const int DefaultWidth = 860;
    public const int DefaultHeight = 460;

    private const string Grey = "#8a8a8a";
    private const string Black = "#222222";
    private const string Orange = "#e69f00";
    private const string Sky = "#56b4e9";
    private const string Green = "#009e73";
    private const string Blue = "#0072b2";
    private const string Vermilion = "#d55e00";
    private const string Purple = "#cc79a7";
    private const string Olive = "#999933";
    private const string Wine = "#882255";

    /// <summary>The colours for series without a fixed one, in this order.</summary>
    public static ImmutableArray<string> Cycle { get; } = [Blue, Orange, Green, Purple, Sky, Vermilion, Olive, Wine, Grey, Black];

    /// <summary>Shapes for series, so that a grey print can be read.</summary>
    public static ImmutableArray<string> Symbols { get; } =
        ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "star", "hexagon", "pentagon"];

    /// <summary>From little to much: one hue whose lightness falls evenly, readable in any colour vision and in a grey print; <see cref="Ink"/> can be read on all of it.</summary>
    public static ImmutableArray<ImmutableArray<object>> Sequential { get; } =
        [[0.0, "#f3f8fd"], [0.25, "#d3e5f3"], [0.5, "#aed1e8"], [0.75, "#82b9dd"], [1.0, "#4f9fd0"]];

    /// <summary>The designs and the pruning families, each with its colour and its marker.</summary>
    public static ImmutableDictionary<string, (string Colour, string Symbol)> Fixed { get; } =
        new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["TC"] = (Grey, "square"),
        ["STC"] = (Sky, "diamond"),
        ["DSTC"] = (Blue, "triangle-up"),
        ["S2TA"] = (Purple, "cross"),
        ["S2TA two-pass"] = (Purple, "cross"),
        ["DSTC, shared weights"] = (Green, "star"),
        ["DSTC, extended training"] = (Orange, "triangle-down"),
        ["S2TA two-pass, A saves cycles"] = (Olive, "hexagon"),
        ["HighLight"] = (Vermilion, "circle"),
        ["DSSO"] = (Green, "triangle-down"),
        ["dense"] = (Grey, "square"),
        ["unstructured"] = (Black, "x"),
        ["G:H"] = (Sky, "diamond"),
        ["HSS"] = (Wine, "hexagon"),
        ["block"] = (Orange, "triangle-up"),
        ["channel"] = (Green, "triangle-down"),
        ["sub-kernel"] = (Purple, "cross"),
        ["Pareto frontier"] = (Black, "x"),
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
}
