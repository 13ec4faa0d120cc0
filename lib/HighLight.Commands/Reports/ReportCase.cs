namespace HighLight.Commands.Reports;

/// <summary>A test case of a report: a code cell, or the notebook itself where something went wrong outside of a cell.</summary>
/// <param name="Name">Unique within its suite.</param>
/// <param name="Outcome">What became of it.</param>
internal sealed record ReportCase(string Name, CaseOutcome Outcome)
{
    /// <summary>How long it ran, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The type of what went wrong, such as the name of an exception; empty when nothing did.</summary>
    public string Type { get; init; } = "";

    /// <summary>In a line or several: what went wrong and where, or why it was skipped.</summary>
    public string Message { get; init; } = "";

    /// <summary>Where it went wrong: notebook, cell and, when known, line.</summary>
    public string Place { get; init; } = "";

    /// <summary>The end of what the cell showed and printed, as far as it is known.</summary>
    public string Output { get; init; } = "";
}
