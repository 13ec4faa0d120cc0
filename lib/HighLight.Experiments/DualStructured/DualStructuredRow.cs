using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.DualStructured;

/// <summary>One design on one pattern of B.</summary>
/// <param name="Design">The design.</param>
/// <param name="B">The pattern of B.</param>
/// <param name="Result">What was found.</param>
/// <param name="Reference">The first design with B at its densest.</param>
internal sealed record DualStructuredRow(Accelerator Design, HssPattern B, EvaluationResult Result, EvaluationResult Reference)
{
    public double Cycles => Result.Cycles / Reference.Cycles;

    public double Energy => Result.EnergyPj / Reference.EnergyPj;

    public double Edp => Result.EdpPjCycles / Reference.EdpPjCycles;
}
