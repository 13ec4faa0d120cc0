using HighLight.Evaluation;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.Structured;

namespace HighLight.Simulation;

/// <summary>What the analytical model claims of a structured design.</summary>
internal static class StructuredClaims
{
    /// <summary>How near expected values must come to zeros at random places, what chance moves apart.</summary>
    private const double Tolerance = 0.02;

    /// <param name="job">The job.</param>
    /// <param name="datapath">The datapath.</param>
    /// <param name="run">What it reported.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(DatapathJob job, StructuredDatapath datapath, DatapathRun run, string quantity) => quantity switch
    {
        // Which words of B a row of A selects is chance, and so how many of them are zero.
        nameof(AccessCounts.MacsDone) when datapath.Plan.GatesB => Products(job, run.Counters.MacsDone),
        nameof(AccessCounts.MacsGated) when datapath.Plan.GatesB => Products(job, run.Counters.MacsGated),
        nameof(AccessCounts.RegisterAccesses) when datapath.Plan.GatesB => Products(job, run.Counters.RegisterAccesses),
        nameof(CycleBounds.Cycles) when run.Clock.Waits > 0 => Waiting(job, datapath, run),
        _ => Claim.Exact,
    };

    private static Claim Products(DatapathJob job, long simulated) =>
        ProductSpread.Claim(Tolerance, ProductSpread.Of(job) + LastGroup(job), simulated);

    /// <summary>Whether a block that the end of K cuts short is kept is the pruner's choice, the model's an even chance: all its products may differ.</summary>
    private static double LastGroup(DatapathJob job) =>
        job.RunOfA.Pattern is { IsDense: false } pattern
        && Enumerable.Range(1, pattern.RankCount - 1).Any(rank => !pattern[rank].IsDense)
        && ProductSpread.CutsLastGroup(job, (long)pattern.GroupSize)
            ? (double)job.Gemm.M * job.Gemm.N * (double)pattern.KeptPerGroup
            : 0;

    /// <summary>
    /// In the evaluation transfers overlap with work perfectly, but the fetch unit is a row or two ahead at the most: a port that is too slow
    /// for some steps and idle in others costs what the evaluation does not see. Where all steps take the same, only whole rows do.
    /// </summary>
    private static Claim Waiting(DatapathJob job, StructuredDatapath datapath, DatapathRun run)
    {
        var isEven = run.Clock.BankWaits == 0 && !datapath.Plan.BitmaskOfB
            && job.Nest.TileK % datapath.Plan.StepLength == 0 && job.Gemm.K % datapath.Plan.StepLength == 0;
        var cyclesPerRow = job.Design.GlobalBuffer.SharedPortWords is { } words ? ((datapath.Plan.RowWords - 1) / words) + 1 : 1;
        return isEven ? ProductSpread.Claim(Tolerance, datapath.ChunkPasses * (cyclesPerRow + 1), run.Clock.Cycles) : Claim.SimulatorOnly;
    }
}
