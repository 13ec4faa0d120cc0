using HighLight.Evaluation.Densities;
using HighLight.Sparsity;

namespace HighLight.Experiments.Reference;

/// <summary>
/// A design and a pattern of weights that an <see cref="AccuracyRow"/> holds for, as <c>data/reference/accuracy-pairing.csv</c> has it. Accuracy belongs to the
/// weights: a row may hold for several designs.
/// </summary>
/// <param name="Design">The design's name.</param>
/// <param name="Pattern">The pattern that the design is given; null: unstructured, of the row's degree.</param>
/// <param name="Row">The accuracy.</param>
/// <param name="Weights">For which design the weights were pruned.</param>
/// <param name="Why">Why the row holds for the pattern.</param>
public sealed record AccuracyPair(string Design, HssPattern? Pattern, AccuracyRow Row, WeightsOrigin Weights, string Why)
{
    private const int Decimals = 6; // 1 − 0.8 is 0.2

    /// <summary>The operand A that the design is evaluated with.</summary>
    public OperandDensity A => Pattern is { } pattern ? new HssOperand(pattern) : new UniformOperand(Math.Round(1 - Row.Sparsity!.Value, Decimals));
}
