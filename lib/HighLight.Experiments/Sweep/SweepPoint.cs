using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;

namespace HighLight.Experiments.Sweep;

/// <summary>One design in one cell of the sweep.</summary>
/// <param name="Design">The design.</param>
/// <param name="A">The operand A it was given.</param>
/// <param name="B">The operand B it was given.</param>
/// <param name="Evaluation">What it makes of them; null where it does not support them.</param>
/// <param name="Refusal">Why it does not; null where it does.</param>
/// <param name="Baseline">The baseline's result in this cell; null where the baseline does not support it.</param>
internal sealed record SweepPoint(
    Accelerator Design, OperandDensity A, OperandDensity B, GemmEvaluation? Evaluation, string? Refusal, EvaluationResult? Baseline)
{
    /// <summary>The value of a metric; null where unsupported.</summary>
    public double? Of(SweepMetric metric) => Evaluation is { } evaluation ? metric.Of(evaluation.Result) : null;

    /// <summary>The value over that of the baseline; null where either does not support the cell.</summary>
    public double? Normalised(SweepMetric metric) => Baseline is { } baseline ? Of(metric) / metric.Of(baseline) : null;

    /// <summary>Runs a design in a cell.</summary>
    public static SweepPoint Run(SweepGrid grid, Accelerator design, OperandDensity a, OperandDensity b, EvaluationResult? baseline)
    {
        var request = new GemmRequest(design, grid.Gemm, a, b) 
        {
            Technology = grid.Technology,
            AllowSwap = grid.AllowSwap,
            Constraints = grid.Constraints,
        };
        try
        {
            return new(design, a, b, GemmEvaluation.Run(request), Refusal: null, baseline);
        }
        catch (UnsupportedOperandException e)
        {
            return new(design, a, b, Evaluation: null, e.Message, baseline);
        }
    }
}
