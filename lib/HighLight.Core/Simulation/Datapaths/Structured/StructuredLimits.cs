using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>What the structured datapath asks of a design, its operands and the nest.</summary>
internal static class StructuredLimits
{
    private const long MaxPanel = 1L << 26;

    /// <summary>Everything that it does not have, each with the fix; empty where the job can run.</summary>
    public static IEnumerable<string> Problems(DatapathJob job, StructuredPlan plan)
    {
        var (design, nest) = (job.Design, job.Nest);
        return OfDesign(design)
            .Concat(OfOperand("A", design.A, job.RunOfA, maySeeZeros: false))
            .Concat(OfOperand("B", design.B, job.RunOfB, maySeeZeros: true))
            .Concat(OfSteps(design, nest, plan));
    }

    private static IEnumerable<string> OfDesign(Accelerator design)
    {
        var (array, registers, files) = (design.Array, design.Registers, design.Accumulation);
        if (array.SpatialN != 1)
        {
            yield return Invariant($"One column of B is broadcast a cycle, so SpatialN must be 1, not {array.SpatialN}.");
        }

        if ((registers.ReadsPerMacOfA, registers.ReadsPerMacOfB, registers.WritesPerWordOfA, registers.WritesPerWordOfB) != (1, 0, 1, 0)
            || registers.AccumulatorAccessesPerMac != 0)
        {
            yield return "A stays in the registers and B is broadcast: "
                + "the registers must be OperandRegisters.StationaryA in their accesses.";
        }

        if (design.ReuseOfB != array.SpatialM || array.SpatialM > files.TileM || design.ReuseOfA > files.TileN)
        {
            yield return "Each word of B serves the rows of the array at once, and Z stays in the register files: "
                + Invariant($"ReuseOfB ({design.ReuseOfB}) must be SpatialM ({array.SpatialM}), which with ReuseOfA ({design.ReuseOfA}) ")
                + Invariant($"must fit the {files.TileM}×{files.TileN} tile of Accumulation.");
        }
    }

    private static IEnumerable<string> OfOperand(string name, OperandSupport support, OperandRun operand, bool maySeeZeros)
    {
        var isStructured = operand.Pattern is { IsDense: false };
        if (isStructured && (!operand.SkipsStructure || operand.Storage != OperandStorage.Offsets))
        {
            yield return $"A structured operand {name} is skipped by its offsets: "
                + $"StructuredZeros must be Skip and StructuredFormat Offsets, "
                + $"not {support.StructuredZeros} and {support.StructuredFormat}.";
        }

        if (operand.Passes > 1)
        {
            yield return $"Operand {name} runs in two passes, and this datapath takes one: prune it to a pattern that the design serves.";
        }

        if (operand.SkipsZeros)
        {
            yield return $"Zeros in any place are not skipped here: {name}.UnstructuredZeros must not be Skip; "
                + "SkippingScheme.OuterProduct does that.";
        }

        if (!maySeeZeros && (operand.GatesZeros || (!isStructured && operand.Storage != OperandStorage.Plain)))
        {
            yield return $"Zeros of {name} in any place are data: {name}.UnstructuredZeros and {name}.UnstructuredFormat must be None.";
        }
    }

    private static IEnumerable<string> OfSteps(Accelerator design, LoopNest nest, StructuredPlan plan)
    {
        var (a, b) = (plan.PatternA, plan.PatternB);
        if (plan.IsTooLong || (long)plan.StepLength * Math.Min(design.ReuseOfA, nest.Gemm.N) > MaxPanel)
        {
            yield return Invariant($"A step of {design.Array.SpatialK} lanes covers more than {StructuredPlan.MaxStep} positions of K, ")
                + Invariant($"or more than {MaxPanel} words with the {design.ReuseOfA} columns of ReuseOfA: ")
                + "lower SpatialK or ReuseOfA, or keep more.";
            yield break;
        }

        if (plan.StepLength % Group(a) != 0 || plan.StepLength % Group(b) != 0)
        {
            yield return Invariant($"A step of {design.Array.SpatialK} lanes covers {plan.StepLength} of K, which is not a multiple of ")
                + $"a group of {Name(a, "A")} × {Name(b, "B")}: choose SpatialK so that lanes are filled by whole groups.";
        }

        if (a is not null && b is not null && Payload(b) % Group(a) != 0)
        {
            yield return Invariant($"B ({b}) must keep whole blocks of {Group(a)} values, the groups of A ({a}), ")
                + "so that both are skipped without intersection: put its rule on a rank above.";
        }

        if (plan.FetchBufferWords < plan.MostWordsOfB)
        {
            yield return Invariant($"The VFMU buffers {plan.FetchBufferWords} words, but a cycle takes up to {plan.MostWordsOfB}: ")
                + "enlarge DatapathParameters.FetchBufferWords.";
        }

        if (nest.CutsK && (nest.TileK % Group(a) != 0 || nest.TileK % Group(b) != 0))
        {
            yield return Invariant($"Tiles of K{nest.TileK} cut groups of {Name(a, "A")} or {Name(b, "B")}: ")
                + Invariant($"take a TileK of whole groups, best of whole steps, a multiple of {plan.StepLength}.");
        }
    }

    private static string Name(HssPattern? pattern, string operand) => pattern?.ToString() ?? $"dense {operand}";

    private static long Group(HssPattern? pattern) => pattern is null ? 1 : (long)pattern.GroupSize;

    /// <summary>Values below the lowest rank of a pattern that is not dense.</summary>
    private static long Payload(HssPattern pattern)
    {
        long payload = 1;
        for (var rank = 0; rank < pattern.RankCount && pattern[rank].IsDense; rank++)
        {
            payload *= pattern[rank].H;
        }

        return payload;
    }
}
