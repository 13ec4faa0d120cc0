using System.Collections.Immutable;

namespace HighLight.Commands.Reports;

/// <summary>What the files of a batch say, whatever their format.</summary>
/// <param name="Started">When the batch began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Suites">In the order of the batch.</param>
internal sealed record TestReport(DateTimeOffset Started, DateTimeOffset Ended, ImmutableArray<ReportSuite> Suites)
{
    /// <summary>Number of all cases.</summary>
    public int Total => Suites.Sum(suite => suite.Cases.Length);

    /// <summary>Number of all cases that ended like this.</summary>
    public int Count(CaseOutcome outcome) => Suites.Sum(suite => suite.Count(outcome));
}
