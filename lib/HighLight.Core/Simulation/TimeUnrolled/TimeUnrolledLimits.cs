using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>What the time-unrolled datapath asks of a design, its operands and the mapping.</summary>
internal static class TimeUnrolledLimits
{
    /// <summary>Positions that a block's bitmask can have.</summary>
    private const int MaxBlock = 64;

    /// <summary>Everything that it does not have, each with the fix; empty where the request can run.</summary>
    public static List<string> Problems(SimulationSetup setup, SkippingScheme.TimeUnrolled scheme)
    {
        var design = setup.Design;
        var accumulation = design.Accumulation;
        var problems = new List<string>();
        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        Check(scheme.Block is >= 1 and <= MaxBlock, Invariant($"Blocks of {scheme.Block} values do not fit a bitmask of {MaxBlock} positions: choose 1..{MaxBlock}."));
        Check(design.Array.SpatialN == 1, Invariant($"{design.Array.SpatialN} columns in space: the datapath broadcasts one column of B at a time, so set SpatialN to 1."));
        Check(
            design.ReuseOfA == accumulation.TileN && design.ReuseOfB == accumulation.TileM && design.Array.SpatialM == accumulation.TileM,
            Invariant($"An accumulation tile of {accumulation.TileM}×{accumulation.TileN} takes as many rows in space, ReuseOfB {accumulation.TileM} and ReuseOfA {accumulation.TileN}; the design has {design.Array.SpatialM}, {design.ReuseOfB} and {design.ReuseOfA}."));
        Check(
            setup.Mapping.TileK >= setup.Gemm.K || (setup.Mapping.TileM <= accumulation.TileM && setup.Mapping.TileN <= accumulation.TileN),
            Invariant($"The mapping {setup.Mapping} cuts K in tiles of more than one accumulation tile, which would spill partial sums: use at most M{accumulation.TileM} N{accumulation.TileN}."));
        Check(
            design.Registers is { ReadsPerMacOfA: >= 1 },
            "A lane reads its value of A for every product: set ReadsPerMacOfA to 1 or more.");
        Check(
            setup.Evaluator.A.Passes == 1 && setup.Evaluator.B.Passes == 1,
            "An operand runs in two passes, and the datapath takes one: simulate each half by itself, pruned to a pattern that the design serves.");
        CheckBlocks(setup.Evaluator.A, "A");
        CheckBlocks(setup.Evaluator.B, "B");
        Check(
            setup.Evaluator.A.Served is not null || setup.Evaluator.A.Density == 1,
            "Operand A has zeros in any place: the datapath takes A in blocks of bounded density or dense, so promise a pattern with PatternOfA.");
        return problems;

        void CheckBlocks(OperandExecution operand, string name) => Check(
            operand.Served is not { IsDense: false } served || (served.RankCount == 1 && served[0].H == scheme.Block),
            Invariant($"Operand {name} runs as {operand.Served}, which is no bound on blocks of {scheme.Block}: offer the families G:{scheme.Block}."));
    }
}
