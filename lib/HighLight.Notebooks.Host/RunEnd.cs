namespace HighLight.Notebooks.Host;

/// <summary>
/// Ends the process, once, whoever is first to ask: the run that is through, a signal, a timeout. Files are written under its lock, so that
/// no end comes in the middle of a file; whoever comes later waits here until the process is gone.
/// </summary>
internal sealed class RunEnd
{
    private readonly Lock _lock = new();
    private volatile bool _isOver;

    /// <summary>Does something that must not be cut in two.</summary>
    public void Protect(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    /// <summary>Ends the process.</summary>
    /// <param name="exitCode">The exit code.</param>
    /// <param name="conclude">What remains to be done; may change the exit code.</param>
    /// <param name="limit">How long that may take before the process is ended by force; null for as long as it takes.</param>
    public void End(int exitCode, Func<int, int> conclude, TimeSpan? limit)
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                ProcessExit.Exit(Conclude(exitCode, conclude, limit));
            }
        }
    }

    /// <summary>Concludes the run while the process is ending already, because a cell called <c>Environment.Exit</c>.</summary>
    public void EndWithProcess(int exitCode, Func<int, int> conclude, TimeSpan limit)
    {
        if (_isOver)
        {
            return; // an end of ours, whose thread holds the lock and waits for this one
        }

        lock (_lock)
        {
            if (!_isOver)
            {
                Environment.ExitCode = Conclude(exitCode, conclude, limit);
                ProcessExit.ForceAfter(ProcessExit.Handlers, Environment.ExitCode);
            }
        }
    }

    private int Conclude(int exitCode, Func<int, int> conclude, TimeSpan? limit)
    {
        _isOver = true;
        if (limit is { } time)
        {
            ProcessExit.ForceAfter(time, exitCode);
        }

        return conclude(exitCode);
    }
}
