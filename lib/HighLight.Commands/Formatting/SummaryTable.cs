using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Formatting;

/// <summary>The comparison as a table.</summary>
internal static class SummaryTable
{
    /// <summary>Rows of an experiment that are shown although the paper states no value; the report shows all.</summary>
    public const int ShownWithoutPaperValue = 5;

    /// <summary>
    /// One row for each quantity. Of the quantities without a paper value the first <see cref="ShownWithoutPaperValue"/> of each experiment
    /// are shown, then how many more there are.
    /// </summary>
    public static ResultTable Create(Summary summary) => ResultTable.Create(
        "",
        [Text("experiment"), Text("quantity"), Number("our value"), Number("paper value"), Number("ratio")],
        summary.Rows.GroupBy(row => row.Experiment, StringComparer.Ordinal).SelectMany(Rows),
        row => [.. row]) with { LabelColumns = 2 };

    private static IEnumerable<string[]> Rows(IGrouping<string, SummaryRow> experiment)
    {
        var left = experiment.Where(row => row.Paper is null).Skip(ShownWithoutPaperValue).ToHashSet();
        foreach (var row in experiment.Where(row => !left.Contains(row)))
        {
            yield return [row.Experiment, row.Quantity, SummaryFigures.Ours(row), SummaryFigures.Paper(row), SummaryFigures.Ratio(row)];
        }

        if (left.Count > 0)
        {
            yield return [experiment.Key, Invariant($"… {left.Count} more without a paper value, see the report"), "", "", ""];
        }
    }
}
