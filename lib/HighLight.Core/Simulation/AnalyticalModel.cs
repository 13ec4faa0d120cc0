using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>
/// The analytical model of the operands of a request: what a simulation is compared with, and what finds a mapping where none is given.
/// </summary>
internal static class AnalyticalModel
{
    /// <summary>
    /// Structured where the design serves the promised pattern, otherwise with the density that is measured, or as counted where the
    /// request asks
    /// for it.
    /// </summary>
    public static Evaluator Of(SimulationRequest request, double outputDensity) => new(
        request.Design,
        request.Technology,
        Counted(request, request.A, DensityOf(request.A, request.PatternOfA, request.Design.A)),
        Counted(request, request.B.Transpose(), DensityOf(request.B, request.PatternOfB, request.Design.B)),
        outputDensity);

    /// <summary>What is known of an operand.</summary>
    public static OperandDensity DensityOf(Matrix<sbyte> operand, HssPattern? pattern, OperandSupport support)
    {
        if (pattern is not null && (support.Serve(pattern) is not null || OperandRun.InHalves(pattern, support)))
        {
            return new HssOperand(pattern);
        }

        var zeros = operand.Values.Count((sbyte)0);
        return zeros == 0 ? new DenseOperand() : new UniformOperand((double)(operand.Values.Length - zeros) / operand.Values.Length);
    }

    private static OperandDensity Counted(SimulationRequest request, Matrix<sbyte> lines, OperandDensity density) =>
        request.CountsZeros && density is UniformOperand
            ? new CountedOperand(Matrix<float>.Create(lines.Rows, lines.Columns, (line, k) => lines[line, k]))
            : density;
}
