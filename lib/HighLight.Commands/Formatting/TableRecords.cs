namespace HighLight.Commands.Formatting;

/// <summary>A table as one record a row, for terminals too narrow for columns: a line <c>header: value</c> for each cell.</summary>
internal static class TableRecords
{
    /// <summary>The lines; a table without rows is the list of its headers.</summary>
    public static IEnumerable<string> Lines(ResultTable table, int width) => table.Rows.IsEmpty
        ? table.Columns.SelectMany(column => TextWrap.Lines(column.Header, width, hanging: 2))
        : table.Rows.SelectMany((_, row) => Record(table, row, width).Prepend("").Skip(row == 0 ? 1 : 0));

    private static IEnumerable<string> Record(ResultTable table, int row, int width) => table.Columns.SelectMany((column, i) =>
        TextWrap.Lines($"{(i < table.LabelColumns ? "" : "  ")}{column.Header}: {table.Rows[row][i]}".TrimEnd(' '), width, hanging: 2));
}
