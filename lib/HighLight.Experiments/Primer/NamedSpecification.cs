using System.Collections.Immutable;
using HighLight.Fibertrees;
using HighLight.Sparsity;

namespace HighLight.Experiments.Primer;

/// <summary>A sparsity specification of the field, by name, with the densities of its unconstrained ranks.</summary>
/// <param name="Name">What the field calls it.</param>
/// <param name="Specification">The specification.</param>
/// <param name="Densities">The share that each unconstrained rank keeps in the example.</param>
/// <param name="Meaning">What it allows, in a sentence.</param>
public sealed record NamedSpecification(
    string Name, SparsitySpecification Specification, ImmutableArray<RankDensity> Densities, string Meaning)
{
    /// <summary>
    /// The specifications of the paper's vocabulary: channel, sub-kernel, unstructured, 2:4 and two-rank HSS. The
    /// unconstrained ones keep 3/8 in the example, as HSS 3:4→2:4 does, or the nearest to it that whole channels allow.
    /// </summary>
    public static ImmutableArray<NamedSpecification> All { get; } =
    [
        new("channel", SparsitySpecification.Parse("C(unconstrained)→R→S"), [new RankDensity("C", 0.375)], "Whole input channels of a filter are empty."),
        new("sub-kernel", SparsitySpecification.Parse("C→RS(2:4)"), [], "At most 2 of 4 taps of each kernel are nonempty."),
        new("unstructured", SparsitySpecification.Parse("CRS(unconstrained)"), [new RankDensity("CRS", 0.375)], "Any value may be empty."),
        new("2:4", SparsitySpecification.Parse("RS→C1→C0(2:4)"), [], "At most 2 of 4 neighbouring input channels are nonempty."),
        new("HSS", SparsitySpecification.Parse("RS→C1(3:4)→C0(2:4)"), [], "At most 3 of 4 blocks are nonempty, each with at most 2 of 4 values."),
    ];
}
