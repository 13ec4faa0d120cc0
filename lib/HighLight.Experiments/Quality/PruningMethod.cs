using System.Collections.Immutable;
using HighLight.Pruning;
using HighLight.Sparsity;

namespace HighLight.Experiments.Quality;

/// <summary>A way to prune, in the group of methods that a figure draws in one colour.</summary>
/// <param name="Kind">unstructured, G:H, HSS, block or channel.</param>
/// <param name="Label">A short name, unique within a density.</param>
/// <param name="Pruner">The pruner.</param>
/// <param name="Density">The density it aims at.</param>
public sealed record PruningMethod(string Kind, string Label, IPruner Pruner, Fraction Density)
{
    /// <summary>At each density: unstructured, G:H, HSS of two and three ranks, block and channel pruning.</summary>
    public static ImmutableArray<PruningMethod> Default { get; } =
    [
        .. At(new Fraction(1, 2), ["2:4", "4:8"], ["4:8→2:2", "3:4→2:3", "1:2→2:2→2:2"]),
        .. At(new Fraction(3, 8), ["3:8", "6:16"], ["3:4→2:4", "2:4→3:4", "3:4→1:2→2:2"]),
        .. At(new Fraction(1, 4), ["1:4", "2:8", "4:16"], ["4:8→2:4", "2:4→2:4", "1:2→2:4→2:2"]),
    ];

    private static IEnumerable<PruningMethod> At(Fraction density, string[] rules, string[] patterns)
    {
        yield return new("unstructured", "unstructured", new UnstructuredPruner(density), density);
        yield return new("unstructured", "… in each row", new UnstructuredPruner(density, UnstructuredScope.PerRow), density);
        foreach (var rule in rules)
        {
            yield return new("G:H", rule, new HssPruner(HssPattern.Parse(rule)), density);
        }

        foreach (var pattern in patterns)
        {
            yield return new("HSS", pattern, new HssPruner(HssPattern.Parse(pattern)), density);
        }

        yield return new("block", "block 4×4", new BlockPruner(4, 4, density), density);
        yield return new("channel", "channels", new ChannelPruner(density), density);
    }
}
