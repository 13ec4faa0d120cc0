using System.Collections.Immutable;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Commands.Patterns;

/// <summary>Patterns worth offering where one is asked for, as they are typed: with <c>-&gt;</c> and <c>&lt;=</c>.</summary>
internal static class PatternNames
{
    /// <summary>Those of one rank that hardware is sold for, and their kin.</summary>
    private static readonly ImmutableArray<string> Common = ["2:4", "1:4", "1:2", "4:8"];

    /// <summary>The common ones, then the members of the family that HighLight serves.</summary>
    public static IEnumerable<string> Patterns =>
        Common.Concat(Accelerators.HighLight.A.Families.SelectMany(family => family.Patterns()).Select(Typed));

    /// <summary>The families that the designs serve, then the patterns.</summary>
    public static IEnumerable<string> Families => Accelerators.All
        .SelectMany(design => design.A.Families.Concat(design.B.Families))
        .Select(Typed)
        .Distinct(StringComparer.Ordinal)
        .Concat(Patterns);

    private static string Typed(HssFamily family) => Typed(family.ToString());

    private static string Typed(HssPattern pattern) => Typed(pattern.ToString());

    private static string Typed(string text) =>
        text.Replace("→", "->", StringComparison.Ordinal).Replace("≤", "<=", StringComparison.Ordinal);
}
