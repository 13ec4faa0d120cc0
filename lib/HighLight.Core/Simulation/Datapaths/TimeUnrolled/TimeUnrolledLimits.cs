using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>What the time-unrolled datapath asks of a design, its operands and the mapping.</summary>
internal static class TimeUnrolledLimits
{
    /// <summary>Positions that a block's bitmask can have.</summary>
    private const int MaxBlock = 64;

    /// <summary>Everything that it does not have, each with the fix; empty where the request can run.</summary>
    public static List<string> Problems(DatapathJob job, SkippingScheme.TimeUnrolled scheme)
    {
        var design = job.Design;
        var accumulation = design.Accumulation;
        var problems = new List<string>();
        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        Check(
            scheme.Block is >= 1 and <= MaxBlock,
            Invariant($"Blocks of {scheme.Block} values do not fit a bitmask of {MaxBlock} positions: choose 1..{MaxBlock}."));
        Check(
            design.Array.SpatialN == 1,
            Invariant($"{design.Array.SpatialN} columns in space: ")
            + "the datapath broadcasts one column of B at a time, so set SpatialN to 1.");
        Check(
            design.ReuseOfA == accumulation.TileN && design.ReuseOfB == accumulation.TileM && design.Array.SpatialM == accumulation.TileM,
            Invariant($"An accumulation tile of {accumulation.TileM}×{accumulation.TileN} takes as many rows in space, ")
            + Invariant($"ReuseOfB {accumulation.TileM} and ReuseOfA {accumulation.TileN}; ")
            + Invariant($"the design has {design.Array.SpatialM}, {design.ReuseOfB} and {design.ReuseOfA}."));
        Check(
            !job.Nest.CutsK || job.Nest.TileK % scheme.Block == 0
                || (Bound(job.RunOfA) is null && Bound(job.RunOfB) is null && !job.RunOfB.SkipsZeros),
            Invariant($"Tiles of K{job.Nest.TileK} cut blocks of {scheme.Block}: take a TileK that is a multiple of {scheme.Block}."));
        Check(
            design.Registers is { ReadsPerMacOfA: >= 1 },
            "A lane reads its value of A for every product: set ReadsPerMacOfA to 1 or more.");
        Check(
            job.RunOfB.Passes == 1,
            "Operand B runs in two passes, and only A may: prune it to a pattern that the design serves.");
        Check(
            !job.RunOfA.GatesZeros && !job.RunOfB.GatesZeros,
            "Lanes do not gate: set StructuredZeros and UnstructuredZeros of both operands to Skip or None.");
        CheckBlocks(job.RunOfA, "A");
        CheckBlocks(job.RunOfB, "B");
        Check(
            job.RunOfA.Pattern is not null || job.RunOfA.Nonzeros == job.RunOfA.Values
                || job.RunOfA is { SkipsZeros: false, Storage: OperandStorage.Plain },
            "Operand A has zeros in any place: the datapath takes A in blocks of bounded density or dense, "
            + "so promise a pattern with PatternOfA.");
        return problems;

        void CheckBlocks(OperandRun operand, string name) => Check(
            Bound(operand) is not { } bound
                || (bound is { RankCount: 1 } && bound[0].H == scheme.Block
                    && operand is { Storage: OperandStorage.Bitmask, SkipsStructure: true }),
            Invariant($"Operand {name} runs as {operand.Pattern}, which is not a bound on blocks of {scheme.Block} with a bitmask: ")
            + Invariant($"offer the families G:{scheme.Block}, StructuredZeros Skip and StructuredFormat Bitmask."));
    }

    /// <summary>The pattern that blocks are stored in; null where they keep all or nonzeros only.</summary>
    private static HssPattern? Bound(OperandRun operand) =>
        operand.Pattern is { } pattern && (!pattern.IsDense || operand.Passes > 1) ? pattern : null;
}
