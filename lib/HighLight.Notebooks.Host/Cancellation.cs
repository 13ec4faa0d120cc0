using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Host;

/// <summary>
/// Ends the process on SIGINT, SIGTERM and SIGHUP (a closed terminal) at once, also while a cell computes without end, but never in the middle of writing a file: results are
/// written under a lock, and a signal that comes meanwhile waits for it.
/// </summary>
internal sealed class Cancellation : IDisposable
{
    private readonly Lock _writing = new();
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private int? _exitCode;

    public Cancellation() =>
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, End))];

    /// <summary>Cancelled before the process ends, so that child processes are killed.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Writes the results. A signal that comes later no longer undoes the run: the process ends with this exit code.</summary>
    public int Commit(int exitCode, Action write)
    {
        lock (_writing)
        {
            _source.Token.ThrowIfCancellationRequested();
            write();
            _exitCode = exitCode;
            return exitCode;
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        lock (_writing)
        {
            _source.Cancel();
            Environment.Exit(_exitCode ?? ExitCodes.Cancelled);
        }
    }
}
