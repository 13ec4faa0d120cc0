namespace HighLight.Commands.Formatting;

/// <summary>A table as lines of text: the title, the headers, a rule, the rows.</summary>
internal static class TableText
{
    private const string Indent = "  ";
    private const string Gap = "   ";

    /// <summary>The lines at the table's natural width.</summary>
    public static IEnumerable<string> Lines(ResultTable table)
    {
        var widths = table.Columns
            .Select((column, i) => table.Rows.Select(row => TextWidth.Of(row[i])).Append(TextWidth.Of(column.Header)).Max())
            .ToArray();
        if (table.Title.Length > 0)
        {
            yield return table.Title;
        }

        yield return Line(table, widths, i => table.Columns[i].Header);
        yield return new string('─', widths.Sum() + (Gap.Length * (widths.Length - 1)) + (2 * Indent.Length));
        foreach (var row in table.Rows)
        {
            yield return Line(table, widths, i => row[i]);
        }
    }

    private static string Line(ResultTable table, int[] widths, Func<int, string> cell) =>
        (Indent + string.Join(Gap, widths.Select((width, i) => TextWidth.Pad(cell(i), width, table.Columns[i].IsNumber)))).TrimEnd();
}
