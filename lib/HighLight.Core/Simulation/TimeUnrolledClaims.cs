using HighLight.Evaluation;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.TimeUnrolled;

namespace HighLight.Simulation;

/// <summary>
/// What the analytical model claims of a time-unrolled design. The time follows from the bound of B's blocks. Products depend on which
/// positions
/// both operands keep: all of A's where B is dense, an expected number where B's blocks are bounded; where B's zeros lie anywhere the model
/// takes every block to be as full as the bound, which the simulation measures.
/// </summary>
internal static class TimeUnrolledClaims
{
    private const double Products = 0.02;

    /// <param name="job">The job.</param>
    /// <param name="datapath">The datapath.</param>
    /// <param name="run">What it reported.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(DatapathJob job, TimeUnrolledDatapath datapath, DatapathRun run, string quantity)
    {
        var b = job.RunOfB;
        var isCut = datapath.Dropped > 0 && b.SkipsZeros;
        return quantity switch
        {
            nameof(AccessCounts.MacsDone) or nameof(AccessCounts.RegisterAccesses) or nameof(AccessCounts.LocalAccumulatorAccesses)
                or nameof(AccessCounts.RegisterMetadataBits) or nameof(CycleBounds.Ideal) => Expected(job, run.Counters.MacsDone),
            nameof(AccessCounts.MacsSkipped) => Expected(job, run.Counters.MacsSkipped),
            nameof(AccessCounts.BufferReadWordsB) or nameof(AccessCounts.BufferWriteWords) or nameof(AccessCounts.DramReadWordsB)
                or nameof(CycleBounds.Buffer) or nameof(CycleBounds.DramRead) when isCut => Claim.SimulatorOnly,
            nameof(CycleBounds.Cycles) when run.Clock.Waits > 0 || isCut => Claim.SimulatorOnly,
            _ => Claim.Exact,
        };
    }

    private static Claim Expected(DatapathJob job, long simulated)
    {
        var (a, b) = (job.RunOfA, job.RunOfB);
        if (b.SkipsZeros)
        {
            return Claim.SimulatorOnly;
        }

        // Where one keeps every position, products are those of the other.
        if (b.Group == 1 || a.Group == 1)
        {
            return Claim.Exact;
        }

        // In a last block that the end of K cuts short both keep the lowest positions, which meet more often than by chance.
        int fewer = Math.Min(a.Pattern![0].G, b.Pattern![0].G), more = Math.Max(a.Pattern[0].G, b.Pattern[0].G);
        var lastBlock = CutsLastBlock(job) ? (double)job.Gemm.M * job.Gemm.N * fewer * (1 - ((double)more / b.Group)) : 0;
        return ProductSpread.Claim(Products, ProductSpread.Of(job) + lastBlock, simulated);
    }

    private static bool CutsLastBlock(DatapathJob job) => (((job.Gemm.K - 1) % job.Nest.TileK) + 1) % job.RunOfB.Group != 0;
}
