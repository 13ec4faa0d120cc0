using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>
/// What a host said so far. Thread-safe: the stream may still be read while the result is already being drawn up.
/// </summary>
internal sealed class HostTranscript
{
    /// <summary>Errors kept, the first ones; only a notebook whose errors are allowed can have more.</summary>
    public const int MaximumErrors = 1000;

    private readonly Lock _lock = new();
    private readonly List<CellError> _errors = [];
    private int _cells;
    private int _cellsDone;
    private int? _running;
    private NotebookFinished? _finished;
    private NotebookInvalid? _invalid;

    /// <summary>Takes in one event.</summary>
    public void Add(HostEvent hostEvent)
    {
        lock (_lock)
        {
            switch (hostEvent)
            {
                case NotebookStarted started:
                    _cells = started.Cells;
                    break;
                case CellStarted started:
                    _running = started.Cell;
                    break;
                case CellFinished:
                    _running = null;
                    _cellsDone++;
                    break;
                case CellError error when _errors.Count < MaximumErrors:
                    _errors.Add(error);
                    break;
                case NotebookFinished finished:
                    _finished = finished;
                    break;
                case NotebookInvalid invalid:
                    _invalid = invalid;
                    break;
            }
        }
    }

    /// <summary>The result, now that the host ended with <paramref name="exitCode"/>.</summary>
    /// <param name="job">What it ran.</param>
    /// <param name="exitCode">0 and 1 mean what they say only together with the event "finished".</param>
    /// <param name="cancelled">Whether the user asked to stop while it ran.</param>
    /// <param name="errorTail">The end of what it wrote to standard error.</param>
    public NotebookResult Conclude(NotebookJob job, int exitCode, bool cancelled, string errorTail)
    {
        lock (_lock)
        {
            var (outcome, message) = (_finished, _invalid, exitCode) switch
            {
                (not null, _, 0) => (NotebookOutcome.Passed, null),
                (not null, _, 1) => (NotebookOutcome.CellFailed, _errors.Count == 0 ? FormattableString.Invariant($"{_finished.Failed} cell(s) failed without details.") : null),
                _ when cancelled => (NotebookOutcome.Cancelled, (string?)null),
                (_, not null, _) => (NotebookOutcome.Invalid, _invalid.Message),
                _ => (NotebookOutcome.HostDied, DeathNotice(exitCode, errorTail)),
            };
            return new NotebookResult(job, outcome) { Cells = _cells, CellsDone = _cellsDone, Errors = [.. _errors], Message = message, DiedIn = outcome == NotebookOutcome.HostDied ? _running : null };
        }
    }

    private static string DeathNotice(int exitCode, string errorTail)
    {
        // Beyond 128 + 64 there are no signals.
        var end = exitCode is > 128 and <= 192
            ? FormattableString.Invariant($"was ended by signal {exitCode - 128} (exit code {exitCode})")
            : FormattableString.Invariant($"ended with exit code {exitCode}");
        var notice = $"The notebook host {end} before the notebook was finished.";
        return errorTail.Length == 0 ? notice + " It wrote nothing to standard error." : notice + " From its standard error:\n" + OutputExcerpt.Of(errorTail);
    }
}
