using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>
/// Finds out when a host should have ended and has not: the host keeps the time limits itself, but a cell can bring it down so far that it
/// cannot. Thread-safe.
/// </summary>
internal sealed class HostWatch : IDisposable
{
    /// <summary>What a host may take beyond the limit of the notebook, to stop the cell and write what was reached.</summary>
    public static readonly TimeSpan LimitGrace = TimeSpan.FromSeconds(15);

    /// <summary>
    /// What a cell may take beyond its limit: its clock stands still while packages are restored, which the host does not report.
    /// </summary>
    public static readonly TimeSpan CellGrace = TimeSpan.FromMinutes(10);

    /// <summary>What a host may take to go away once it has said its last word.</summary>
    public static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _overdue = new();
    private readonly TimeLimits _limits;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _start;
    private bool _disposed;
    private TimeSpan? _notebookDue;
    private TimeSpan? _cellDue;
    private TimeSpan? _endDue;

    /// <summary>Starts to watch.</summary>
    /// <param name="limits">What the host was told to keep.</param>
    /// <param name="time">Measures how long it takes.</param>
    public HostWatch(TimeLimits limits, TimeProvider time)
    {
        (_limits, _time, _start) = (limits, time, time.GetTimestamp());
        _timer = time.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _notebookDue = limits.Notebook + LimitGrace;
        Arm();
    }

    /// <summary>Cancelled when the host is to be killed.</summary>
    public CancellationToken Overdue => _overdue.Token;

    /// <summary>Takes in what the host reports.</summary>
    public void Observe(HostEvent hostEvent)
    {
        lock (_lock)
        {
            var now = _time.GetElapsedTime(_start);
            switch (hostEvent)
            {
                case NotebookStarted:
                    _notebookDue = now + _limits.Notebook + LimitGrace;
                    break;
                case CellStarted:
                    _cellDue = now + _limits.Cell + CellGrace;
                    break;
                case CellFinished:
                    _cellDue = null;
                    break;
                case NotebookTimedOut:
                    _endDue ??= now + LimitGrace;
                    break;
                case NotebookFinished or NotebookInvalid or WriteFailed:
                    _endDue = now + EndGrace;
                    break;
                default:
                    return;
            }
        }

        Arm();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _timer.Dispose();
            _overdue.Dispose();
            _disposed = true;
        }
    }

    private TimeSpan? Due => _endDue ?? (_cellDue < _notebookDue || _notebookDue is null ? _cellDue : _notebookDue);

    private void Arm()
    {
        lock (_lock)
        {
            if (!_disposed)
            {
                var wait = Due - _time.GetElapsedTime(_start) ?? Timeout.InfiniteTimeSpan;
                _timer.Change(Due is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Check()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            if (_time.GetElapsedTime(_start) < Due)
            {
                // Due later by what came meanwhile, or the timer was a little early.
                Arm();
                return;
            }

            if (Due is not null)
            {
                _ = _overdue.CancelAsync();
            }
        }
    }
}
