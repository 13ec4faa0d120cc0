using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>A table of results as data. A view decides what it looks like.</summary>
internal sealed record ResultTable
{
    private ResultTable(string title, ImmutableArray<ResultColumn> columns, ImmutableArray<ImmutableArray<string>> rows)
    {
        Title = title;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>What it shows, in one line; empty for none.</summary>
    public string Title { get; }

    /// <summary>The columns; at least one.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    /// <summary>The cells of each row, one for each column. No cell holds a line end or a control character.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>How many of the first columns say what a row is about; 1 unless set.</summary>
    public int LabelColumns { get; init; } = 1;

    /// <summary>Creates a table.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="items">What the rows are about.</param>
    /// <param name="row">The cells of an item's row.</param>
    /// <exception cref="ArgumentException">There is no column, or a row has more or fewer cells than there are columns.</exception>
    public static ResultTable Create<T>(
        string title, ImmutableArray<ResultColumn> columns, IEnumerable<T> items, Func<T, ImmutableArray<string>> row)
    {
        if (columns.IsEmpty)
        {
            throw new ArgumentException("A table needs a column.", nameof(columns));
        }

        ImmutableArray<ImmutableArray<string>> rows = [.. items.Select(row)];
        if (rows.FirstOrDefault(cells => cells.Length != columns.Length) is { IsDefault: false } wrong)
        {
            throw new ArgumentException(Invariant($"A row has {wrong.Length} cells, but there are {columns.Length} columns."), nameof(row));
        }

        return new ResultTable(OneLine(title), columns, [.. rows.Select(cells => cells.Select(OneLine).ToImmutableArray())]);
    }

    private static string OneLine(string text) => TerminalText.Clean(text, indent: 0).Replace('\n', ' ').Replace('\t', ' ');
}
