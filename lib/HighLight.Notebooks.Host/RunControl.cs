using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Execution.Journal;
using HighLight.Notebooks.Host.Native;

namespace HighLight.Notebooks.Host;

/// <summary>The ways in which a run ends: through, cancelled, out of time, or because a cell ended the process.</summary>
/// <param name="arguments">What is run.</param>
/// <param name="streams">The streams of the process.</param>
/// <param name="events">Where the end is told.</param>
internal sealed class RunControl(RunArguments arguments, StandardStreams streams, EventStream events)
{
    /// <summary>Longer than any notebook takes to be written, shorter than people and service managers wait.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

    /// <summary>A supervisor that was killed must not leave processes behind for long.</summary>
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(4);

    private readonly RunEnd _end = new();
    private readonly ResultFiles _files = new(arguments, events.Warning);
    private readonly bool _isInPlace = arguments.IsInPlace;
    private volatile RunProgress? _progress;
    private volatile LogOutput? _log;
    private volatile RunJournal? _journal;
    private volatile bool _isWriteDue;
    private long _cellStart;

    /// <summary>The run begins.</summary>
    public void Begin(RunProgress progress, LogOutput? log, RunJournal? journal) => (_log, _journal, _progress) = (log, journal, progress);

    /// <summary>Does something that no end may come in the middle of, or wait for the end if it has begun.</summary>
    public void Protect(Action action) => _end.Protect(action);

    public void CellStarted() => Interlocked.Exchange(ref _cellStart, Environment.TickCount64);

    /// <summary>Writes what was reached, now or when it is due.</summary>
    public void CellFinished()
    {
        _isWriteDue = arguments.Output is not null;
        WriteIfDue();
    }

    /// <summary>To be called some twenty times a second.</summary>
    public void Tick()
    {
        _journal?.Flush();
        WriteIfDue();
    }

    /// <summary>Writes what was reached, if something is new and enough time has passed.</summary>
    private void WriteIfDue()
    {
        if (_isWriteDue && _files.IsDue)
        {
            _end.Protect(() =>
            {
                _isWriteDue = false;
                _files.WriteReached(_progress!.Reached(_isInPlace));
            });
        }
    }

    /// <summary>The run has come to its end.</summary>
    public void Complete(NotebookRun run)
    {
        int success = run.Failed == 0 || arguments.AllowErrors ? ExitCodes.Success : ExitCodes.CellFailed;
        _end.End(
            success,
            exitCode =>
            {
                KillProcesses();
                if (_files.WriteAll(run.Document) is { } failure)
                {
                    events.WriteFailed(failure);
                    exitCode = ExitCodes.WriteFailed;
                }
                else
                {
                    events.Finished(run);
                }

                Close();
                return exitCode;
            },
            limit: null);
    }

    /// <summary>Nothing can be run.</summary>
    public void Refuse(string message) => _end.End(
        ExitCodes.Invalid,
        exitCode =>
        {
            events.Invalid(message);
            streams.Watchman?.Dismiss();
            return exitCode;
        },
        limit: null);

    /// <summary>A signal asks to end.</summary>
    public void Cancel(string signal) => Cancel($"The run was cancelled by {signal}.", signal, Limit);

    /// <summary>Nobody waits for this run any more.</summary>
    public void Abandon() => Cancel("The run was cancelled: the process that started it has ended.", signal: null, OrphanLimit);

    /// <summary>The time is over.</summary>
    /// <param name="limit">The time.</param>
    /// <param name="isCell">Whether it was that of a cell, not of the notebook.</param>
    public void TimeOut(TimeSpan limit, bool isCell)
    {
        string message = isCell
            ? Invariant($"The cell ran longer than {limit.TotalSeconds} s (--timeout).")
            : Invariant($"The notebook ran longer than {limit.TotalSeconds} s (--notebook-timeout).");
        var error = CellError.Of("TimeoutError", message);
        _end.End(
            ExitCodes.TimedOut,
            exitCode => Interrupt(exitCode, error, cell =>
            {
                TellFailure(cell, error);
                events.TimedOut(cell, limit, isCell ? "cell" : "notebook");
            }),
            Limit);
    }

    /// <summary>A cell called <c>Environment.Exit</c>; the process is about to end.</summary>
    public void ExitOfCell()
    {
        var error = CellError.Of(
            "ProcessExit",
            Invariant($"The cell ended the process (exit code {Environment.ExitCode}). A notebook ends after its last cell; ")
            + "to fail, throw an exception.");
        _end.EndWithProcess(ExitCodes.CellFailed, exitCode => Interrupt(exitCode, error, cell => TellEnd(cell, error)), Limit);
    }

    /// <summary>A thread of a cell threw what nobody caught; the process is about to end.</summary>
    public void Crash(Exception exception)
    {
        var error = _progress?.Describe(exception) ?? CellError.Of(exception.GetType().FullName!, exception.Message);
        _end.End(ExitCodes.CellFailed, exitCode => Interrupt(exitCode, error, cell => TellEnd(cell, error)), Limit);
    }

    private void Cancel(string message, string? signal, TimeSpan limit) =>
        _end.End(
            ExitCodes.Cancelled,
            exitCode => Interrupt(exitCode, CellError.Of("CancelledError", message), cell => events.Cancelled(cell, signal)),
            limit);

    private int Interrupt(int exitCode, CellError error, Action<int?> tell)
    {
        int? cell = _progress?.Interrupt(error);
        KillProcesses();
        string? failure = _progress is { } progress ? _files.WriteAll(progress.Reached(_isInPlace)) : null;
        _log?.Send(all: true);
        tell(cell);
        if (failure is not null)
        {
            events.WriteFailed(failure);
        }

        Close();
        return exitCode;
    }

    private void Close()
    {
        _progress?.Session.Dispose();
        _journal?.Delete();
        streams.Watchman?.Dismiss();
    }

    private void TellFailure(int? cell, CellError error)
    {
        if (cell is { } number)
        {
            events.CellFinished(number, ok: false, TimeSpan.FromMilliseconds(Environment.TickCount64 - Interlocked.Read(ref _cellStart)));
            events.Error(number, error);
        }
    }

    private void TellEnd(int? cell, CellError error)
    {
        TellFailure(cell, error);
        if (_progress is { } progress)
        {
            events.Finished(progress.Conclude());
        }
    }

    private void KillProcesses() => ProcessTree.Kill(streams.Watchman?.ProcessId, arguments.Supervised);
}
