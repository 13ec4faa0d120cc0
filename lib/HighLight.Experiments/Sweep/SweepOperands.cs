using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.Sweep;

/// <summary>
/// Which operand a design is given at a sparsity degree: pruned to a pattern of its own where it offers one of exactly that degree, as one would prune for it.
/// </summary>
internal static class SweepOperands
{
    /// <summary>Weights: dense, a pattern of the design's own, or else one of the common values.</summary>
    public static OperandDensity A(HssFamily valuesOfA, Accelerator design, Fraction sparsity) => sparsity == Fraction.Zero
        ? new DenseOperand()
        : new HssOperand((Offered(design.A.Families, sparsity) ?? Offered([valuesOfA], sparsity))!);

    /// <summary>Activations: dense, a pattern of the design's own (which it must cut them to on-line), or else unstructured.</summary>
    public static OperandDensity B(Accelerator design, Fraction sparsity) => sparsity == Fraction.Zero
        ? new DenseOperand()
        : Offered(design.B.Families, sparsity) is { } pattern
            ? new HssOperand(pattern)
            : new UniformOperand((Fraction.One - sparsity).ToDouble());

    /// <summary>The pattern of that degree with the smallest H on the highest rank, so that lower ranks are pruned before higher ones.</summary>
    private static HssPattern? Offered(ImmutableArray<HssFamily> families, Fraction sparsity) => families
        .SelectMany(family => family.Patterns())
        .Where(pattern => pattern.SparsityDegree == sparsity)
        .MinBy(pattern => pattern[pattern.RankCount - 1].H);
}
