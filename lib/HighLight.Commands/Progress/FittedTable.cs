using Spectre.Console;
using Spectre.Console.Rendering;

namespace HighLight.Commands.Progress;

/// <summary>
/// A table of one line a row that fits a terminal: where that is too narrow, the last columns are left out, then the first is cut, then the
/// borders go. Columns without content are left out anyway.
/// </summary>
/// <param name="width">Cells of the terminal's line.</param>
/// <param name="headings">The columns; the first is text that may be cut, the second is coloured, the others are numbers.</param>
internal sealed class FittedTable(int width, string[] headings)
{
    /// <summary>Cells of the first column below which a column more is left out.</summary>
    private const int ComfortableName = 20;

    private const int LeastName = 6;

    private readonly List<(Style Style, string[] Cells)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="style">Of the second column.</param>
    /// <param name="cells">One for each heading, without line ends.</param>
    public void Add(Style style, params string[] cells) => _rows.Add((style, cells));

    /// <summary>The table.</summary>
    public IRenderable Build()
    {
        var columns = Enumerable.Range(0, headings.Length).Where(IsShown).ToList();
        var longest = WidthOf(0);
        while (columns.Count > 2 && RoomForName(columns) < Math.Min(longest, ComfortableName))
        {
            columns.RemoveAt(columns.Count - 1);
        }

        return RoomForName(columns) >= Math.Min(longest, LeastName) ? Bordered(columns, Math.Min(longest, RoomForName(columns))) : Bare();
    }

    /// <summary>The text, cut to the width of the terminal.</summary>
    public string Fit(string text) => Cut(text, width);

    private Table Bordered(List<int> columns, int nameWidth)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column == 0 ? Cut(headings[0], nameWidth) : headings[column]))
            {
                Alignment = column < 2 ? Justify.Left : Justify.Right,
                NoWrap = true,
            });
        }

        foreach (var (style, cells) in _rows)
        {
            table.AddRow(columns.Select(column => column switch
            {
                0 => new Text(Cut(cells[0], nameWidth)),
                1 => new Text(cells[1], style),
                _ => new Text(cells[column]),
            }));
        }

        return table;
    }

    private Rows Bare() => new(_rows.Select(row => new Text(Fit($"{row.Cells[1]} {row.Cells[0]}"), row.Style)));

    private bool IsShown(int column) => column < 2 || _rows.Exists(row => row.Cells[column].Length > 0);

    private int WidthOf(int column) =>
        Math.Max(headings[column].Length, _rows.Select(row => CellsOf(row.Cells[column])).DefaultIfEmpty(0).Max());

    private int RoomForName(List<int> columns)
    {
        var others = columns.Skip(1).Sum(WidthOf);

        // A border before each column and after the last, and a space on both sides of each cell.
        return width - others - ((3 * columns.Count) + 1);
    }

    private static string Cut(string text, int cells)
    {
        if (CellsOf(text) <= cells)
        {
            return text;
        }

        var end = text.Length;
        while (end > 0 && CellsOf(text[..end]) > cells - 1)
        {
            end -= end > 1 && char.IsLowSurrogate(text[end - 1]) && char.IsHighSurrogate(text[end - 2]) ? 2 : 1;
        }

        return text[..end] + "…";
    }

    private static int CellsOf(string text) => new Segment(text).CellCount();
}
