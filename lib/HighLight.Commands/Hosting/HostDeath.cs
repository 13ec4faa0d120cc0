namespace HighLight.Commands.Hosting;

/// <summary>Why a host died, as the error of the cell that ran tells it.</summary>
/// <param name="Name">The name of the error.</param>
/// <param name="Message">What happened.</param>
internal sealed record HostDeath(string Name, string Message)
{
    /// <summary>The death that a result tells of; null if its host ended in order.</summary>
    public static HostDeath? Of(NotebookResult result) => result.Outcome switch
    {
        NotebookOutcome.HostDied => new HostDeath("HostDied", Reason(result.Message ?? "The notebook host has died.")),
        NotebookOutcome.TimedOut => new HostDeath("TimeoutError", result.Message ?? "A time limit was reached."),
        NotebookOutcome.Cancelled => new HostDeath("CancelledError", "The run was cancelled."),
        _ => null,
    };

    // Frames of the host and of the runtime, how deep a stack was and the like: they say little, and are not the same in every run.
    private static string Reason(string message) => string.Join('\n', message.Split('\n').Where(line => !IsNoise(line)));

    private static bool IsNoise(string line) =>
        line.StartsWith("---", StringComparison.Ordinal)
        || line.StartsWith("Repeat", StringComparison.Ordinal)
        || line.StartsWith('…')
        || (line.TrimStart().StartsWith("at ", StringComparison.Ordinal)
            && (!line.Contains(" at Submission#", StringComparison.Ordinal) || line.Contains("[[", StringComparison.Ordinal)
                || line.Contains("Initialize>", StringComparison.Ordinal) || line.Contains("<Factory>", StringComparison.Ordinal)));
}
