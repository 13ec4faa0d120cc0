using System.Runtime.InteropServices;

namespace HighLight.Commands.Processes;

/// <summary>
/// Turns SIGINT (Ctrl-C), SIGTERM and SIGHUP into a <see cref="Processes.Termination"/> instead of an abrupt end of this process, so that
/// children end first and files stay whole.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    /// <summary>A terminal and a parent process may both deliver one wish; signals this close together are that one wish.</summary>
    private static readonly TimeSpan SameWish = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _requested = new();
    private readonly CancellationTokenSource _forced = new();
    private readonly TimeProvider _time;
    private readonly PosixSignalRegistration[] _registrations;
    private volatile int _signal = TerminateSignal.SigTerm;
    private long _firstSignal;

    /// <summary>Starts to listen; <paramref name="time"/> tells signals apart.</summary>
    public TerminationSignals(TimeProvider time)
    {
        _time = time;
        PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];
        _registrations = [.. signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
    }

    /// <summary>What the signals received so far ask for.</summary>
    public Termination Termination => new(_requested.Token, _forced.Token, () => _signal);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _requested.Dispose();
        _forced.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (!_requested.IsCancellationRequested)
        {
            _signal = context.Signal switch { PosixSignal.SIGHUP => 1, PosixSignal.SIGINT => 2, _ => TerminateSignal.SigTerm };
            _firstSignal = _time.GetTimestamp();
            _requested.Cancel();
        }
        else if (_time.GetElapsedTime(_firstSignal) > SameWish)
        {
            _forced.Cancel();
        }
    }
}
