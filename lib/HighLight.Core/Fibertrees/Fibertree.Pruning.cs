using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Fibertrees;

/// <content>Pruning and verification.</content>
public sealed partial class Fibertree
{
    internal ReadOnlySpan<float> ValuesOf(Fiber fiber) => _values.AsSpan(fiber.FirstLeaf, fiber.LeafCount);

    /// <summary>
    /// The tree in the ranks of <paramref name="specification"/> (see <see cref="Arrange"/>) with its rules applied, the lowest rank first: a fiber under
    /// G:H keeps the G coordinates of largest score, which is the magnitude at the lowest rank and above it the root mean square of what survived
    /// below, over the positions that exist. Ties go to the lowest coordinate.
    /// </summary>
    /// <remarks>
    /// Trees show, and prune in any ranks. For patterns on the weights of whole layers <see cref="Pruning.HssPruner"/> keeps the same nonzeros in a small
    /// part of the time.
    /// </remarks>
    /// <param name="specification">The rules; each is one G:H, or unconstrained.</param>
    /// <param name="tails">What happens to values behind the last full group of a dimension. Under Pad a fiber cut short keeps up to G as any other.</param>
    /// <param name="densities">One for each unconstrained rank, none for others.</param>
    /// <exception cref="SparsityFormatException">The specification does not fit the tensor; the exception lists every violation with its fix.</exception>
    /// <exception cref="ArgumentException">A density is missing or superfluous, tails are rejected and there are some, or a value is NaN or infinite.</exception>
    public Fibertree Prune(SparsitySpecification specification, TailPolicy tails = TailPolicy.Pad, params ReadOnlySpan<RankDensity> densities)
    {
        var pruner = new FibertreePruner(this, specification, tails, densities);
        return pruner.Steps().LastOrDefault()?.After ?? pruner.Arranged;
    }

    /// <summary>The steps of <see cref="Prune"/>, one for each rank with a rule, lowest first; what each fiber kept, and why.</summary>
    /// <inheritdoc cref="Prune"/>
    public ImmutableArray<PruneStep> PruneSteps(SparsitySpecification specification, TailPolicy tails = TailPolicy.Pad, params ReadOnlySpan<RankDensity> densities) =>
        [.. new FibertreePruner(this, specification, tails, densities).Steps()];

    /// <summary>Whether every fiber obeys the G:H rule of its rank. Unconstrained ranks are obeyed by anything.</summary>
    /// <inheritdoc cref="FirstViolation"/>
    public bool Satisfies(SparsitySpecification specification, TailPolicy tails = TailPolicy.Pad) => FirstViolation(specification, tails) is null;

    /// <summary>The first fiber that breaks the rule of its rank: lowest rank first, within a rank in the order of the arranged tree; null if there is none.</summary>
    /// <param name="specification">The rules; each is one G:H, or unconstrained.</param>
    /// <param name="tails">Under Dense, fibers in a tail break no rule.</param>
    /// <exception cref="SparsityFormatException">The specification does not fit the tensor; the exception lists every violation with its fix.</exception>
    /// <exception cref="ArgumentException">Tails are rejected and there are some.</exception>
    public FiberViolation? FirstViolation(SparsitySpecification specification, TailPolicy tails = TailPolicy.Pad) =>
        FibertreePruner.FirstViolation(this, specification, tails);
}
