using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.Structured;
using HighLight.Sparsity;

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

    /// <summary>
    /// Products that depend on whether a block that the end of K cuts short is kept: that is the pruner's choice, in the model an even
    /// chance.
    /// </summary>
    private static double LastGroup(DatapathJob job)
    {
        if (job.RunOfA.Pattern is not { IsDense: false } pattern)
        {
            return 0;
        }

        var rest = (((job.Gemm.K - 1L) % job.Nest.TileK) + 1) % (long)pattern.GroupSize;
        var (least, most) = rest == 0 ? (0, 0) : Kept(pattern, pattern.RankCount - 1, rest, (long)pattern.GroupSize);
        return (double)job.Gemm.M * job.Gemm.N * (most - least) * job.RunOfB.Nonzeros / job.RunOfB.Values;
    }

    /// <summary>Values before the end that a fiber keeps of whose <paramref name="size"/> values only so many exist.</summary>
    private static (long Least, long Most) Kept(HssPattern pattern, int rank, long length, long size)
    {
        var rule = pattern[rank];
        if (rank == 0)
        {
            return (Math.Min(rule.G, length), Math.Min(rule.G, length));
        }

        var payload = size / rule.H;
        var stored = Enumerable.Range(0, rank).Aggregate(1L, (kept, below) => kept * pattern[below].G);
        var existing = (length + payload - 1) / payload;
        var whole = Math.Min(rule.G, existing) * stored;
        var last = length - ((existing - 1) * payload);
        if (last == payload)
        {
            return (whole, whole);
        }

        // The one that is cut counts for a whole one if it is left out.
        var (least, most) = Kept(pattern, rank - 1, last, payload);
        return (whole - stored + least, existing > rule.G ? whole : whole - stored + most);
    }

    /// <summary>
    /// In the evaluation transfers overlap with work perfectly, but the fetch unit is a row or two ahead at the most: a port that is too
    /// slow
    /// for some steps and idle in others costs what the evaluation does not see. Where all steps take the same, only whole rows do.
    /// </summary>
    private static Claim Waiting(DatapathJob job, StructuredDatapath datapath, DatapathRun run)
    {
        var isEven = run.Clock.BankWaits == 0 && !datapath.Plan.BitmaskOfB
            && job.Nest.TileK % datapath.Plan.StepLength == 0 && job.Gemm.K % datapath.Plan.StepLength == 0;
        var cyclesPerRow = job.SourceOf(KeptOperands.B).SharedPortWords is { } words ? ((datapath.Plan.RowWords - 1) / words) + 1 : 1;
        return isEven ? ProductSpread.Claim(Tolerance, datapath.ChunkPasses * (cyclesPerRow + 1), run.Clock.Cycles) : Claim.SimulatorOnly;
    }
}
