namespace HighLight.Commands.Formatting;

/// <summary>How wide a column of a table may be, in columns of the terminal.</summary>
/// <param name="Natural">Every cell and the header on one line.</param>
/// <param name="Whole">Every cell on one line, the header broken at its spaces.</param>
/// <param name="LongestWord">Nothing in it can be broken further.</param>
internal readonly record struct ColumnWidth(int Natural, int Whole, int LongestWord)
{
    /// <summary>The widths of the column at <paramref name="index"/>.</summary>
    public static ColumnWidth Of(ResultTable table, int index)
    {
        var column = table.Columns[index];
        var header = TextWidth.Of(column.Header);
        var headerWord = TextWrap.LongestWord(column.Header);
        var (cell, cellWord) = (0, 0);
        foreach (var row in table.Rows)
        {
            cell = Math.Max(cell, TextWidth.Of(row[index]));
            cellWord = Math.Max(cellWord, TextWrap.LongestWord(row[index]));
        }

        // A number stays beside its unit.
        return new(Math.Max(header, cell), Math.Max(headerWord, cell), Math.Max(headerWord, column.IsNumber ? cell : cellWord));
    }

    /// <summary>The least width at which sentences are broken into lines of no fewer than <paramref name="readable"/> columns.</summary>
    public int Least(int readable) => Math.Min(Whole, Math.Max(LongestWord, readable));
}
