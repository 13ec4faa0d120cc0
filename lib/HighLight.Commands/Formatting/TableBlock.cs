using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>Some columns of a table side by side, each with the width it is printed in: headers, a rule, the rows.</summary>
/// <param name="Columns">Their positions in the table.</param>
/// <param name="Widths">Their widths.</param>
internal sealed record TableBlock(ImmutableArray<int> Columns, ImmutableArray<int> Widths)
{
    private const int Indent = 2;
    private const int Gap = 3;

    /// <summary>The block, as wide as it needs to be and the width allows; null when it does not fit.</summary>
    /// <param name="columns">Positions of columns.</param>
    /// <param name="widths">What each column of the table may be.</param>
    /// <param name="readable">The fewest columns that sentences are broken to.</param>
    /// <param name="width">The width of the terminal; null for no limit.</param>
    public static TableBlock? Fit(ImmutableArray<int> columns, ImmutableArray<ColumnWidth> widths, int readable, int? width)
    {
        var room = (width ?? int.MaxValue) - Indent - (Gap * (columns.Length - 1));
        var least = columns.Select(column => widths[column].Least(readable)).ToArray();
        if (least.Sum() > room)
        {
            return null;
        }

        // Headers are broken before cells are.
        var chosen = columns.Select(column => widths[column].Natural).ToArray();
        Shrink(chosen, [.. columns.Select(column => widths[column].Whole)], room);
        Shrink(chosen, least, room);
        return new(columns, [.. chosen]);
    }

    /// <summary>The lines, none with spaces at its end.</summary>
    public IEnumerable<string> Lines(ResultTable table, int? width)
    {
        foreach (var line in Row(table, [.. Columns.Select(column => table.Columns[column].Header)], atBottom: true))
        {
            yield return line;
        }

        yield return new string('─', Math.Min(width ?? int.MaxValue, Widths.Sum() + (Gap * (Widths.Length - 1)) + (2 * Indent)));
        foreach (var row in table.Rows)
        {
            foreach (var line in Row(table, [.. Columns.Select(column => row[column])], atBottom: false))
            {
                yield return line;
            }
        }
    }

    /// <summary>Takes from the widest columns, none below its lower bound, until they fit or nothing is left to take.</summary>
    private static void Shrink(int[] widths, int[] bounds, int room)
    {
        for (var surplus = widths.Sum() - room; surplus > 0; surplus--)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] > bounds[i] && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private IEnumerable<string> Row(ResultTable table, ImmutableArray<string> cells, bool atBottom)
    {
        var wrapped = cells.Select((cell, i) => TextWrap.Lines(cell, Widths[i]).ToArray()).ToArray();
        var height = wrapped.Max(lines => lines.Length);
        for (var i = 0; i < height; i++)
        {
            var parts = wrapped.Select((lines, j) =>
            {
                var line = atBottom ? i - height + lines.Length : i;
                return TextWidth.Pad(line >= 0 && line < lines.Length ? lines[line] : "", Widths[j], table.Columns[Columns[j]].IsNumber);
            });
            yield return (new string(' ', Indent) + string.Join(new string(' ', Gap), parts)).TrimEnd(' ');
        }
    }
}
