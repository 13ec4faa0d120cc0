using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.Results;

namespace HighLight.Experiments.Sweep;

/// <summary>In a sentence: what a design makes of its operands' zeros, and what its cycles are then bound by.</summary>
internal static class SweepReason
{
    public static string Of(SweepPoint point)
    {
        if (point.Evaluation is not { } evaluation)
        {
            return point.Refusal!;
        }

        var result = evaluation.Result;
        var (a, b) = Executions(evaluation);
        var dense = (double)result.Gemm.Macs / point.Design.Array.Multipliers;
        var swapped = evaluation.IsSwapped ? "operands exchanged; " : "";
        return Invariant($"{Operand("A", a)}; {Operand("B", b)}; {swapped}{result.Cycles / dense:0.###} of a dense run's cycles, bound by {BoundOf(result)}");
    }

    /// <summary>How A and B are run, whichever side of the array they are on.</summary>
    public static (OperandExecution A, OperandExecution B) Executions(GemmEvaluation evaluation)
    {
        var (first, second) = (evaluation.Evaluator.A, evaluation.Evaluator.B);
        return evaluation.IsSwapped ? (second, first) : (first, second);
    }

    /// <summary>The pattern an operand is run as, or <c>dense</c>, or <c>unstructured</c>.</summary>
    public static string RunsAs(OperandExecution operand) =>
        operand.Served?.ToString() ?? (operand.SkipsAnyZeros || operand.GatesZeros ? "unstructured" : "dense");

    public static string BoundOf(in EvaluationResult result) => BoundName.Of(result.Bounds.Bound);

    private static string Operand(string name, OperandExecution operand) => operand switch
    {
        { Operand: DenseOperand } => $"{name} is dense",
        { Served: { } pattern } => $"{name} runs as {pattern}",
        { SkipsAnyZeros: true } => $"{name}'s zeros are skipped",
        { GatesZeros: true } => $"{name}'s zeros are gated",
        _ => $"{name}'s zeros are data",
    };
}
