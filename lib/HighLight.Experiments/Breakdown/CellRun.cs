using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Breakdown;

/// <summary>One design on one cell, with the mapping of lowest EDP; without a result where the design refuses an operand, and then with the reason.</summary>
internal sealed record CellRun(OperandCell Cell, Accelerator Design, EvaluationResult? Result, string? Refusal)
{
    /// <remarks>Operands are not exchanged: A is the weights, so that every design gets the same question.</remarks>
    public static CellRun Of(Accelerator design, OperandCell cell, Gemm gemm, TechnologyTable technology, MappingConstraints constraints)
    {
        var request = new GemmRequest(design, gemm, cell.A, cell.B) { Technology = technology, AllowSwap = false, Constraints = constraints };
        try
        {
            return new(cell, design, GemmEvaluation.Run(request).Result, Refusal: null);
        }
        catch (UnsupportedOperandException refusal)
        {
            return new(cell, design, Result: null, refusal.Message);
        }
    }
}
