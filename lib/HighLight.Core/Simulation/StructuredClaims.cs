using HighLight.Evaluation;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.Structured;

namespace HighLight.Simulation;

/// <summary>What the analytical model claims of a structured design.</summary>
internal static class StructuredClaims
{
    /// <summary>How near expected values must come to real zeros (the requirement, as a mean at 1024×1024×64).</summary>
    private const double Tolerance = 0.02;

    /// <param name="job">The job.</param>
    /// <param name="datapath">The datapath.</param>
    /// <param name="run">What it reported.</param>
    /// <param name="quantity">The quantity.</param>
    public static Claim Of(DatapathJob job, StructuredDatapath datapath, DatapathRun run, string quantity) => quantity switch
    {
        // Which words of B a row of A selects is chance, and so how many of them are zero.
        nameof(AccessCounts.MacsDone) or nameof(AccessCounts.MacsGated) or nameof(AccessCounts.RegisterAccesses) when datapath.Plan.GatesB =>
            Claim.Statistical(Tolerance),

        // A port that all share, or one row a cycle where a step takes more, may keep the array waiting at one time and be idle at another.
        nameof(CycleBounds.Cycles) when job.Design.GlobalBuffer.SharedPortWords is not null || datapath.Plan.MostWordsOfB > datapath.Plan.RowWords =>
            Claim.Statistical(Tolerance),
        _ => Claim.Exact,
    };
}
