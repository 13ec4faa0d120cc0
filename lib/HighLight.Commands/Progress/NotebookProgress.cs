using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;

namespace HighLight.Commands.Progress;

/// <summary>Where one notebook stands.</summary>
/// <param name="Name">What the notebook is called.</param>
internal sealed record NotebookProgress(string Name)
{
    /// <summary>Timestamp of the start; null before.</summary>
    public long? StartedAt { get; init; }

    /// <summary>How long it ran; null before its end.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>Number of code cells; null until the host has read the notebook.</summary>
    public int? Cells { get; init; }

    /// <summary>Code cells that came to their end.</summary>
    public int CellsDone { get; init; }

    /// <summary>What the host warned of so far.</summary>
    public int Warnings { get; init; }

    /// <summary>How it ended; null before its end.</summary>
    public NotebookOutcome? Outcome { get; init; }

    /// <summary>Whether it runs now.</summary>
    public bool IsRunning => StartedAt is not null && Outcome is null;

    /// <summary>One word or two for a person.</summary>
    public string Status => Outcome switch
    {
        null => StartedAt is null ? "waiting" : "running",
        NotebookOutcome.Passed => "passed",
        NotebookOutcome.CellFailed => "failed",
        NotebookOutcome.TimedOut => "timed out",
        NotebookOutcome.Invalid => "invalid",
        NotebookOutcome.WriteFailed => "not written",
        NotebookOutcome.HostDied => "host died",
        _ => "cancelled",
    };

    /// <summary>Cells done and in all, such as <c>3/7</c>; a question mark until their number is known.</summary>
    public string CellCount => Cells is { } cells ? FormattableString.Invariant($"{CellsDone}/{cells}") : "?";

    /// <summary>Such as <c>2 warnings</c>; empty when there are none.</summary>
    public string WarningCount => Warnings == 0 ? "" : Quantity.Of(Warnings, "warning");
}
