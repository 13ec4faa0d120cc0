using System.Collections.Immutable;
using HighLight.Experiments.Degrees;
using HighLight.Pruning;
using HighLight.Sparsity;

namespace HighLight.Experiments.Quality;

/// <summary>A way to prune, in the group of methods that a figure draws in one colour.</summary>
/// <param name="Kind">The group, for example <c>G:H</c>; tables call it the method.</param>
/// <param name="Label">A short name, unique within a kind and a density.</param>
/// <param name="Pruner">The pruner.</param>
/// <param name="Density">The density it aims at, in 0..1: kept positions over all where no group is cut short.</param>
public sealed record PruningMethod(string Kind, string Label, IPruner Pruner, Fraction Density)
{
    /// <summary>
    /// Every pattern of HighLight's family but the dense one, with unstructured pruning at the same densities; at 1/2, 3/8, 1/3 and 1/4 also unstructured
    /// pruning row by row, one-rank G:H, other HSS patterns of two and three ranks, blocks and input channels. 3/8 is no density of HighLight's family.
    /// </summary>
    public static ImmutableArray<PruningMethod> Default { get; } = Defaults();

    /// <summary>The patterns of a family, without the dense one, by falling density; the family's name is their kind.</summary>
    /// <exception cref="InvalidOperationException">The family is too large to enumerate.</exception>
    public static ImmutableArray<PruningMethod> Of(NamedFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        return [.. family.Family.Patterns().Where(pattern => !pattern.IsDense).OrderByDescending(pattern => pattern.Density).Select(pattern => Of(family.Name, pattern))];
    }

    /// <summary>An HSS pattern; one without names of ranks is its label, for example <c>3:4→2:4</c>.</summary>
    public static PruningMethod Of(string kind, HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new(kind, string.Join('→', pattern.Rules), new HssPruner(pattern), pattern.Density);
    }

    private static ImmutableArray<PruningMethod> Defaults()
    {
        var highLight = Of(NamedFamily.HighLight);
        return
        [
            .. highLight.Select(method => method.Density).Append(new Fraction(3, 8)).Distinct().OrderDescending()
                .Select(density => new PruningMethod("unstructured", "unstructured", new UnstructuredPruner(density), density)),
            .. Beside(new Fraction(1, 2), ["2:4", "4:8"], ["3:4→2:3", "1:2→2:2→2:2"]),
            .. Beside(new Fraction(3, 8), ["3:8", "6:16"], ["3:4→2:4", "2:4→3:4", "3:4→1:2→2:2"]),
            .. Beside(new Fraction(1, 3), ["2:6", "4:12"], ["2:3→2:4", "2:3→1:2→2:2"]),
            .. Beside(new Fraction(1, 4), ["1:4", "2:8", "4:16"], ["2:4→2:4", "1:2→2:4→2:2"]),
            .. highLight,
        ];
    }

    private static IEnumerable<PruningMethod> Beside(Fraction density, string[] rules, string[] patterns) =>
    [
        new("unstructured", "unstructured, per row", new UnstructuredPruner(density, UnstructuredScope.PerRow), density),
        .. rules.Select(rule => Of("G:H", HssPattern.Parse(rule))),
        .. patterns.Select(pattern => Of("HSS", HssPattern.Parse(pattern))),
        new("block", "block 4×4", new BlockPruner(4, 4, density), density),
        new("channel", "input channels", new ChannelPruner(density), density),
    ];
}
