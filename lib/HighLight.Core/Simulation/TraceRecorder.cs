using System.Collections.Immutable;

namespace HighLight.Simulation;

/// <summary>
/// Keeps the first observations of a simulation, up to a number of rows; give it to <see cref="SimulationRequest.Trace"/> and read <see
/// cref="ToTrace"/> after the run.
/// </summary>
public sealed class TraceRecorder : ITraceObserver
{
    /// <summary>Rows that are kept by default: a GEMM of some thousand multiplies.</summary>
    public const int DefaultRows = 20_000;

    private readonly ImmutableArray<TraceEvent>.Builder _rows = ImmutableArray.CreateBuilder<TraceEvent>();
    private readonly int _maxRows;
    private long _cut;

    /// <summary>Creates a recorder.</summary>
    /// <param name="maxRows">Rows that are kept, 1 to 1,000,000; further observations are counted and dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxRows"/> is outside its range.</exception>
    public TraceRecorder(int maxRows = DefaultRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRows, 1_000_000);
        _maxRows = maxRows;
    }

    /// <inheritdoc/>
    public void Observe(in TraceEvent observation)
    {
        if (_rows.Count < _maxRows)
        {
            _rows.Add(observation);
        }
        else
        {
            _cut++;
        }
    }

    /// <summary>The trace so far.</summary>
    public SimulationTrace ToTrace() => new(_rows.ToImmutable(), _cut);
}
