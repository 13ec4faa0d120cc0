namespace HighLight.Simulation;

/// <summary>Carries what parts hold to the observer of a traced run, with the cycle of the array. Parts of an untraced run have none.</summary>
internal sealed class Probe
{
    private readonly ITraceObserver _observer;
    private readonly UtilisationRecorder _clock;

    private Probe(ITraceObserver observer, UtilisationRecorder clock)
    {
        _observer = observer;
        _clock = clock;
    }

    public static Probe? For(ITraceObserver? observer, UtilisationRecorder clock) => observer is null ? null : new(observer, clock);

    public void Tell(string part, string place, string holds) => _observer.Observe(new(_clock.Cycles, part, place, holds));

    public void Tell(string part, in LaneProduct product) =>
        _observer.Observe(new(_clock.Cycles, part, Invariant($"row {product.Row} lane {product.Lane}"), product.ToString()) { Product = product });
}
