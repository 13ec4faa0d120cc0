using System.Collections.Immutable;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>What became of one notebook.</summary>
/// <param name="Job">What was to be run.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record NotebookResult(NotebookJob Job, NotebookOutcome Outcome)
{
    /// <summary>Number of code cells; 0 when the notebook was never read.</summary>
    public int Cells { get; init; }

    /// <summary>Code cells that came to their end, failed ones included.</summary>
    public int CellsDone { get; init; }

    /// <summary>The cells that were reached, in their order, at most <see cref="CellTranscript.MaximumCells"/>.</summary>
    public ImmutableArray<CellResult> CellResults { get; init; } = [];

    /// <summary>Cells that were not run because of their tag <c>skip-execution</c>.</summary>
    public int CellsSkipped => CellResults.Count(cell => cell.Outcome == CellOutcome.Skipped);

    /// <summary>The cells' errors in the order they came, at most <see cref="HostTranscript.MaximumErrors"/>.</summary>
    public ImmutableArray<CellError> Errors { get; init; } = [];

    /// <summary>What the host warned of, in the order it came, at most <see cref="HostTranscript.MaximumWarnings"/>.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Number of warnings, those that were not kept included.</summary>
    public int WarningCount { get; init; }

    /// <summary>What went wrong outside of the cells' errors; null when nothing did.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// For <see cref="NotebookOutcome.HostDied"/> and <see cref="NotebookOutcome.TimedOut"/>: the cell that ran then; null when none did.
    /// </summary>
    public int? EndedIn { get; init; }

    /// <summary>
    /// Whether the run was to go on after <paramref name="error"/>: the settings allow errors, and it is not the one that a time limit or
    /// the user ended the notebook with.
    /// </summary>
    public bool Allows(CellError error) =>
        (Outcome == NotebookOutcome.Passed || (Job.Settings.AllowsErrors && Outcome != NotebookOutcome.CellFailed))
        && error.Cell != EndedIn
        && !(Outcome == NotebookOutcome.Cancelled && error.Name is "CancelledError");

    /// <summary>Whether the notebook counts as failed (a cancelled one counts as neither).</summary>
    public bool IsFailure => Outcome is not (NotebookOutcome.Passed or NotebookOutcome.Cancelled);
}
