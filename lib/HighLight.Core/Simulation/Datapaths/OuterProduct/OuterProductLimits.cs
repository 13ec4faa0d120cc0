using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>What the outer-product datapath asks of a design, its operands and the mapping.</summary>
internal static class OuterProductLimits
{
    private const int MaxMultipliers = 1 << 15;
    private const long MaxSums = 1L << 24;

    /// <summary>Everything that it does not have, each with the fix; empty where the request can run.</summary>
    public static List<string> Problems(DatapathJob job, SkippingScheme.OuterProduct scheme)
    {
        var design = job.Design;
        var accumulation = design.Accumulation;
        var lanes = (long)scheme.LanesA * scheme.LanesB;
        var problems = new List<string>();
        void Check(bool holds, string problem)
        {
            if (!holds)
            {
                problems.Add(problem);
            }
        }

        Check(
            lanes > 0 && design.Array.Multipliers % lanes == 0 && design.Array.Multipliers <= MaxMultipliers,
            Invariant($"{design.Array.Multipliers} multipliers are not whole units of {scheme.LanesA}×{scheme.LanesB}, ")
            + Invariant($"or more than {MaxMultipliers}: choose a multiple of {lanes}."));
        Check(
            scheme.TileA > 0 && scheme.TileB > 0 && accumulation.TileM % scheme.TileA == 0 && accumulation.TileN % scheme.TileB == 0,
            Invariant($"An accumulation tile of {accumulation.TileM}×{accumulation.TileN} is not made of whole warp tiles of ")
            + Invariant($"{scheme.TileA}×{scheme.TileB}: choose multiples of them."));
        Check(
            design.ReuseOfA == accumulation.TileN && design.ReuseOfB == accumulation.TileM,
            Invariant($"A word of A serves {design.ReuseOfA} columns and one of B {design.ReuseOfB} rows, ")
            + Invariant($"but operands pass once an accumulation tile: ")
            + Invariant($"set ReuseOfA to {accumulation.TileN} and ReuseOfB to {accumulation.TileM}."));
        Check(
            (long)accumulation.TileM * accumulation.TileN <= MaxSums,
            Invariant($"An accumulation tile of {accumulation.TileM}×{accumulation.TileN} has more than {MaxSums} sums: ")
            + "lower TileM or TileN.");
        Check(
            design.Registers is { ReadsPerMacOfA: < 1, ReadsPerMacOfB: < 1 },
            "A register read serves a warp tile's width of products: set ReadsPerMacOfA and ReadsPerMacOfB below 1, "
            + "for example to 1/TileB and 1/TileA.");
        CheckOperand(job.RunOfA, "A");
        CheckOperand(job.RunOfB, "B");
        return problems;

        void CheckOperand(OperandRun operand, string name)
        {
            Check(
                operand.Pattern is null,
                $"Operand {name} runs as {operand.Pattern}: an outer product takes zeros anywhere, "
                + "so give its OperandSupport no families.");
            Check(
                operand.SkipsZeros || operand.Storage == OperandStorage.Plain,
                $"Operand {name} is stored compressed, but its zeros are not skipped: "
                + "set UnstructuredZeros to Skip, or UnstructuredFormat to None.");
        }
    }
}
