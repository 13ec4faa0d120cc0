namespace HighLight.Notebooks.Host;

/// <summary>
/// Watches the clock on a thread of its own, which works while a cell spins, waits for ever or holds locks. The clock of a cell stands
/// still while packages are restored.
/// </summary>
internal sealed class RunWatch
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly RunArguments _arguments;
    private readonly RunControl _control;
    private readonly long _start = Environment.TickCount64;
    private bool _isRunning;
    private long _cellStart;
    private long? _pause;

    /// <param name="arguments">The limits.</param>
    /// <param name="control">Ends the run.</param>
    public RunWatch(RunArguments arguments, RunControl control)
    {
        _arguments = arguments;
        _control = control;
        new Thread(Watch) { IsBackground = true, Name = "watch" }.Start();
    }

    public void CellStarted()
    {
        lock (_lock)
        {
            (_isRunning, _cellStart, _pause) = (true, Environment.TickCount64, null);
        }
    }

    public void CellEnded()
    {
        lock (_lock)
        {
            _isRunning = false;
        }
    }

    public void Restoring(bool isActive)
    {
        lock (_lock)
        {
            if (isActive)
            {
                _pause = Environment.TickCount64;
            }
            else if (_pause is { } start)
            {
                _cellStart += Environment.TickCount64 - start;
                _pause = null;
            }
        }
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(Tick);
            _control.Tick();
            if (_arguments.CellTimeout is { } limit && CellTime() >= limit)
            {
                _control.TimeOut(limit, isCell: true);
            }

            if (_arguments.NotebookTimeout is { } whole && TimeSpan.FromMilliseconds(Environment.TickCount64 - _start) >= whole)
            {
                _control.TimeOut(whole, isCell: false);
            }
        }
    }

    private TimeSpan CellTime()
    {
        lock (_lock)
        {
            return _isRunning ? TimeSpan.FromMilliseconds((_pause ?? Environment.TickCount64) - _cellStart) : TimeSpan.Zero;
        }
    }
}
