namespace HighLight.Simulation;

/// <summary>
/// Is told by the parts of a datapath, in the order of cycles, what they hold. A simulation without an observer spends nothing on it.
/// </summary>
public interface ITraceObserver
{
    /// <summary>Takes one observation.</summary>
    void Observe(in TraceEvent observation);
}
