using System.Globalization;
using HighLight.Evaluation;

namespace HighLight.Cli.Evaluations;

/// <summary>How the numbers of an evaluation came about: the operands as the design runs them, what it counted, what limits it.</summary>
internal static class EvaluationExplanation
{
    /// <summary>A line for each fact, in the order in which they follow from one another.</summary>
    public static IEnumerable<string> Lines(GemmEvaluation evaluation)
    {
        var (evaluator, result) = (evaluation.Evaluator, evaluation.Result);
        var (data, metadata) = evaluator.BufferNeed(result.Mapping);
        var buffer = evaluator.Design.GlobalBuffer;
        var counts = result.Counts;
        var bounds = result.Bounds;
        if (evaluation.IsSwapped)
        {
            yield return Text($"Operands are exchanged: the design computes Zᵀ = Bᵀ·Aᵀ, a GEMM of {result.Gemm}. A and B below are its operands.");
        }

        yield return Operand("A", evaluator.A);
        yield return Operand("B", evaluator.B);
        yield return Text($"Mapping {result.Mapping}: tiles take {data:0} of {buffer.CapacityBytes} bytes of data and {metadata:0} of {buffer.MetadataCapacityBytes} of metadata in the global buffer.");
        yield return Text($"Multiplies: {counts.MacsDone:0} done, {counts.MacsGated:0} gated (a cycle, no energy but the gate's), {counts.MacsSkipped:0} skipped (no cycle).");
        yield return Text($"Operand registers: {counts.RegisterAccesses:0} accesses, {counts.RegisterMetadataBits:0} bits of metadata.");
        yield return Text($"Partial sums: {counts.AccumulatorReads:0} reads, {counts.AccumulatorWrites:0} writes.");
        yield return Text($"Global buffer: {counts.BufferReadWordsA:0} words of A and {counts.BufferReadWordsB:0} of B read, {counts.BufferWriteWords:0} written; metadata {counts.MetadataReadBits:0} bits read, {counts.MetadataWriteBits:0} written.");
        yield return Text($"DRAM: {counts.DramReadWordsA:0} words of A and {counts.DramReadWordsB:0} of B read, {counts.DramWriteWords:0} of Z written; metadata {counts.DramReadMetadataBits:0} bits read, {counts.DramWriteMetadataBits:0} written.");
        yield return Text($"Cycles that each resource alone needs: compute {bounds.Compute:0} (ideal {bounds.Ideal:0} on {evaluator.Design.Array.Multipliers} multipliers; the rest is padding and imbalance), buffer {bounds.Buffer:0}, DRAM read {bounds.DramRead:0}, DRAM write {bounds.DramWrite:0}.");
        yield return Text($"The largest is the total: {result.Cycles:0} cycles, bound by {EvaluationJson.NameOf(bounds.Bound)}.");
    }

    private static string Operand(string name, OperandExecution operand)
    {
        var runs = operand.Served is { } served ? Text($"as {served}")
            : operand.SkipsAnyZeros ? "unstructured, zeros skipped"
            : operand.GatesZeros ? "unstructured, zeros gated"
            : "as dense: zeros are data";
        return Text($"{name} ({operand.Operand}) runs {runs}; of its values {operand.ComputedShare:0.####} are computed, {operand.StoredShare:0.####} stored, with {operand.MetadataBitsPerValue:0.####} bits of metadata each.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
