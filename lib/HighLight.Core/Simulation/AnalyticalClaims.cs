using HighLight.Simulation.Datapaths.OuterProduct;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Simulation.Datapaths.Structured;
using HighLight.Simulation.Datapaths.TimeUnrolled;

namespace HighLight.Simulation;

/// <summary>What the analytical model claims of each quantity of one run.</summary>
internal sealed class AnalyticalClaims(DatapathJob job, IDatapath datapath, DatapathRun run)
{
    /// <summary>The claim of a quantity: a member of AccessCounts, or of CycleBounds, by name.</summary>
    public Claim Of(string quantity) => datapath switch
    {
        StructuredDatapath structured => StructuredClaims.Of(job, structured, run, quantity),
        OuterProductDatapath outer => OuterProductClaims.Of(job, outer, run, quantity),
        TimeUnrolledDatapath unrolled => TimeUnrolledClaims.Of(job, unrolled, run, quantity),
        _ => Claim.SimulatorOnly,
    };
}
