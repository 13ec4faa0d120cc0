using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>
/// What a host said so far. Thread-safe: the stream may still be read while the result is already being drawn up.
/// </summary>
/// <param name="time">Measures how long cells run that do not come to their end; the system's clock when null.</param>
internal sealed class HostTranscript(TimeProvider? time = null)
{
    /// <summary>Errors kept, the first ones; only a notebook whose errors are allowed can have more.</summary>
    public const int MaximumErrors = 1000;

    /// <summary>Warnings kept, the first ones; the others are counted.</summary>
    public const int MaximumWarnings = 100;

    /// <summary>What a host ends with at a time limit.</summary>
    private const int TimedOutCode = 124;

    private readonly Lock _lock = new();
    private readonly CellTranscript _cells = new(time ?? TimeProvider.System);
    private readonly List<CellError> _errors = [];
    private readonly List<string> _warnings = [];
    private int _cellCount;
    private int _warningCount;
    private NotebookFinished? _finished;
    private NotebookInvalid? _invalid;
    private NotebookTimedOut? _timedOut;
    private NotebookCancelled? _cancelled;
    private WriteFailed? _writeFailed;

    /// <summary>Takes in one event.</summary>
    public void Add(HostEvent hostEvent)
    {
        lock (_lock)
        {
            _cells.Add(hostEvent);
            switch (hostEvent)
            {
                case NotebookStarted started:
                    _cellCount = started.Cells;
                    break;
                case CellError error when _errors.Count < MaximumErrors:
                    _errors.Add(error);
                    break;
                case HostWarning warning:
                    AddWarning(warning);
                    break;
                case NotebookTimedOut timedOut:
                    _timedOut ??= timedOut;
                    break;
                case NotebookCancelled cancelled:
                    _cancelled = cancelled;
                    break;
                case NotebookFinished finished:
                    _finished = finished;
                    break;
                case NotebookInvalid invalid:
                    _invalid = invalid;
                    break;
                case WriteFailed failed:
                    _writeFailed = failed;
                    break;
            }
        }
    }

    /// <summary>The result, now that the host ended.</summary>
    /// <param name="job">What it ran.</param>
    /// <param name="end">Exit codes 0 and 1 mean what they say only together with the event "finished".</param>
    public NotebookResult Conclude(NotebookJob job, HostEnd end)
    {
        lock (_lock)
        {
            var outcome = Decide(job, end);
            return new NotebookResult(job, outcome)
            {
                Cells = _cellCount,
                CellsDone = _cells.Done,
                CellResults = _cells.ToResults(),
                Errors = [.. _errors],
                Warnings = [.. _warnings],
                WarningCount = _warningCount,
                Message = Message(outcome, job, end),
                EndedIn = EndedIn(outcome),
            };
        }
    }

    // The host knows which cell it stopped, if any; one whose end it has yet to report is not to blame.
    private int? EndedIn(NotebookOutcome outcome) =>
        outcome is not (NotebookOutcome.HostDied or NotebookOutcome.TimedOut) ? null
        : _timedOut is not null ? _timedOut.Cell
        : _cells.Running;

    private NotebookOutcome Decide(NotebookJob job, HostEnd end) => (_finished, end.ExitCode) switch
    {
        _ when _timedOut is not null => NotebookOutcome.TimedOut,
        (not null, 0) => NotebookOutcome.Passed,
        (not null, 1) => NotebookOutcome.CellFailed,

        // Its files are written; it only failed to go away.
        (not null, _) when end.Overdue => _finished.Ok || job.Settings.AllowsErrors ? NotebookOutcome.Passed : NotebookOutcome.CellFailed,
        _ when end.Cancelled => NotebookOutcome.Cancelled,
        _ when _invalid is not null => NotebookOutcome.Invalid,
        _ when _writeFailed is not null => NotebookOutcome.WriteFailed,
        _ when end.Overdue => NotebookOutcome.TimedOut,
        (null, TimedOutCode) when job.Settings.Limits != TimeLimits.None => NotebookOutcome.TimedOut,
        _ => NotebookOutcome.HostDied,
    };

    private string? Message(NotebookOutcome outcome, NotebookJob job, HostEnd end) => outcome switch
    {
        NotebookOutcome.Invalid => _invalid!.Message,
        NotebookOutcome.HostDied => _cancelled is { Signal: { } signal } ? DeathNotice.OfSignal(signal) : DeathNotice.Of(end.ExitCode, end.ErrorTail),
        NotebookOutcome.TimedOut => Join(TimeoutMessage(job), _writeFailed?.Message),
        NotebookOutcome.CellFailed when _errors.Count == 0 => Invariant($"{_finished!.Failed} cell(s) failed without details."),
        _ => _writeFailed?.Message,
    };

    private string? TimeoutMessage(NotebookJob job) =>
        _timedOut is null ? TimeoutNotice.OfKilled(job.Settings.Limits, _cells.Running)

        // As a rule the host reports the error of the cell that was stopped.
        : _timedOut.Cell is { } cell && _errors.Exists(error => error.Cell == cell) ? null
        : TimeoutNotice.Of(_timedOut);

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first}\n{second}";

    private void AddWarning(HostWarning warning)
    {
        _warningCount++;
        if (_warnings.Count < MaximumWarnings)
        {
            _warnings.Add(warning.Message);
        }
    }
}
