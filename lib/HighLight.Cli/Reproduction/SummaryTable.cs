using HighLight.Cli.Progress;
using Spectre.Console;

namespace HighLight.Cli.Reproduction;

/// <summary>The comparison as a table on a console.</summary>
internal static class SummaryTable
{
    /// <summary>One row for each quantity: experiment, quantity, our value, paper value, ratio.</summary>
    public static Table Create(Summary summary)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("experiment").AddColumn("quantity")
            .AddColumn("our value", column => column.RightAligned())
            .AddColumn("paper value", column => column.RightAligned())
            .AddColumn("ratio", column => column.RightAligned());
        foreach (var row in summary.Rows)
        {
            string[] cells = [row.Experiment, row.Quantity, SummaryFigures.Ours(row), SummaryFigures.Paper(row), SummaryFigures.Ratio(row)];
            table.AddRow(cells.Select(cell => new Text(TerminalText.Clean(cell, indent: 0))));
        }

        return table;
    }
}
