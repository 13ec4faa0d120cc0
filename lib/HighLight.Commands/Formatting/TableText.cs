using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>
/// A table as lines of text that fit a terminal. What is too wide for it is printed in blocks, the label columns repeated in each; what is
/// too wide even for that, as a record for each row. Words and numbers are never broken or cut.
/// </summary>
internal static class TableText
{
    /// <summary>The fewest columns that sentences in cells are broken to; the second only where the first leaves no room.</summary>
    private static readonly ImmutableArray<int> Readable = [24, 12];

    /// <summary>The lines.</summary>
    /// <param name="table">The table.</param>
    /// <param name="width">The most columns of a line, 1 or more; only a single word may be longer. Null: no limit.</param>
    public static IEnumerable<string> Lines(ResultTable table, int? width = null)
    {
        ImmutableArray<ColumnWidth> widths = [.. table.Columns.Select((_, index) => ColumnWidth.Of(table, index))];
        var title = table.Title.Length == 0 ? [] : TextWrap.Lines(table.Title, width ?? int.MaxValue, hanging: 2);
        return title.Concat(Body(table, widths, width));
    }

    private static IEnumerable<string> Body(ResultTable table, ImmutableArray<ColumnWidth> widths, int? width)
    {
        foreach (var readable in Readable)
        {
            if (Blocks(table, widths, readable, width) is { IsDefault: false } blocks)
            {
                return blocks.SelectMany((block, i) => block.Lines(table, width).Prepend("").Skip(i == 0 ? 1 : 0));
            }
        }

        return TableRecords.Lines(table, width!.Value);
    }

    /// <summary>All columns in one block or in several full ones; default when a column does not fit beside its labels.</summary>
    private static ImmutableArray<TableBlock> Blocks(ResultTable table, ImmutableArray<ColumnWidth> widths, int readable, int? width)
    {
        ImmutableArray<int> all = [.. Enumerable.Range(0, table.Columns.Length)];
        if (TableBlock.Fit(all, widths, readable, width) is { } whole)
        {
            return [whole];
        }

        var labels = all[..Math.Min(table.LabelColumns, all.Length - 1)];
        var blocks = ImmutableArray.CreateBuilder<TableBlock>();
        TableBlock? last = null;
        foreach (var column in all[labels.Length..])
        {
            if (last is not null && TableBlock.Fit(last.Columns.Add(column), widths, readable, width) is { } longer)
            {
                last = longer;
                blocks[^1] = longer;
            }
            else if (TableBlock.Fit(labels.Add(column), widths, readable, width) is { } next)
            {
                last = next;
                blocks.Add(next);
            }
            else
            {
                return default;
            }
        }

        return blocks.ToImmutable();
    }
}
