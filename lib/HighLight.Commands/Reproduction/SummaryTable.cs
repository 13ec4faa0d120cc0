using HighLight.Commands.Progress;
using Spectre.Console;

namespace HighLight.Commands.Reproduction;

/// <summary>The comparison as a table on a console.</summary>
internal static class SummaryTable
{
    /// <summary>Rows of an experiment that are shown although the paper states no value; the report shows all.</summary>
    public const int ShownWithoutPaperValue = 5;

    /// <summary>
    /// One row for each quantity: experiment, quantity, our value, paper value, ratio. Of the quantities without a paper value the first
    /// <see cref="ShownWithoutPaperValue"/> of each experiment, then how many more there are.
    /// </summary>
    public static Table Create(Summary summary)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("experiment").AddColumn("quantity")
            .AddColumn("our value", column => column.RightAligned())
            .AddColumn("paper value", column => column.RightAligned())
            .AddColumn("ratio", column => column.RightAligned());
        foreach (var experiment in summary.Rows.GroupBy(row => row.Experiment, StringComparer.Ordinal))
        {
            var left = experiment.Where(row => row.Paper is null).Skip(ShownWithoutPaperValue).ToHashSet();
            foreach (var row in experiment.Where(row => !left.Contains(row)))
            {
                Add(table, row.Experiment, row.Quantity, SummaryFigures.Ours(row), SummaryFigures.Paper(row), SummaryFigures.Ratio(row));
            }

            if (left.Count > 0)
            {
                Add(table, experiment.Key, Invariant($"… {left.Count} more without a paper value, see the report"), "", "", "");
            }
        }

        return table;
    }

    private static void Add(Table table, params string[] cells) =>
        table.AddRow(cells.Select(cell => new Text(TerminalText.Clean(cell, indent: 0))));
}
