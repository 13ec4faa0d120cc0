using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>Carries what parts hold to the observer of a traced run, with the cycle of the array.</summary>
internal sealed class ObserverProbe(ITraceObserver observer, ArrayClock clock) : Probe
{
    public override void Tell(string part, string place, string holds) => observer.Observe(new(clock.Cycles, part, place, holds));

    public override void TellProduct(string part, int row, int lane, int m, int k, int n, int valueOfA, int valueOfB, bool isGated)
    {
        var product = new LaneProduct(row, lane, m, k, n, valueOfA, valueOfB, isGated);
        observer.Observe(new(clock.Cycles, part, Invariant($"row {row} lane {lane}"), product.ToString()) { Product = product });
    }
}
