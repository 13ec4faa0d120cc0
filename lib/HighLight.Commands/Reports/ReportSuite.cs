using System.Collections.Immutable;

namespace HighLight.Commands.Reports;

/// <summary>A test suite of a report: a notebook.</summary>
/// <param name="Name">What messages call the notebook.</param>
/// <param name="File">Its path, relative to the folder the tool was called in where it is below that.</param>
/// <param name="Cases">In the order of the cells; never empty.</param>
internal sealed record ReportSuite(string Name, string File, ImmutableArray<ReportCase> Cases)
{
    /// <summary>What the host warned of.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>How long its cells ran, in seconds.</summary>
    public double Seconds => Cases.Sum(test => test.Seconds);

    /// <summary>Number of cases that ended like this.</summary>
    public int Count(CaseOutcome outcome) => Cases.Count(test => test.Outcome == outcome);
}
