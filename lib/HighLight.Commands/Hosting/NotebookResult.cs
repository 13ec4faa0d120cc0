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

    /// <summary>The cells' errors in the order they came, at most <see cref="HostTranscript.MaximumErrors"/>.</summary>
    public ImmutableArray<CellError> Errors { get; init; } = [];

    /// <summary>For <see cref="NotebookOutcome.Invalid"/> and <see cref="NotebookOutcome.HostDied"/>: what went wrong. Else null.</summary>
    public string? Message { get; init; }

    /// <summary>For <see cref="NotebookOutcome.HostDied"/>: the cell that ran then; null when none did.</summary>
    public int? DiedIn { get; init; }

    /// <summary>Whether the notebook counts as failed (a cancelled one counts as neither).</summary>
    public bool IsFailure => Outcome is NotebookOutcome.CellFailed or NotebookOutcome.Invalid or NotebookOutcome.HostDied;
}
