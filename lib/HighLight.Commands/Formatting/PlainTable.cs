using HighLight.Commands.Progress;
using Spectre.Console;

namespace HighLight.Commands.Formatting;

/// <summary>A table of a command that prints results: a title above it, headers with units, numbers to the right.</summary>
internal sealed class PlainTable
{
    private readonly string _title;
    private readonly Table _table = new Table().Border(TableBorder.Simple);

    /// <summary>Creates an empty table.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="headers">The columns; those that begin with '#' hold numbers and stand to the right, without the sign.</param>
    public PlainTable(string title, params IEnumerable<string> headers)
    {
        _title = title;
        foreach (var header in headers)
        {
            var isNumber = header.StartsWith('#');
            var column = new TableColumn(new Text(isNumber ? header[1..] : header));
            _table.AddColumn(isNumber ? column.RightAligned() : column);
        }
    }

    /// <summary>Adds a row of cells taken as they are: no markup, no control characters.</summary>
    public void Add(params IEnumerable<string> cells) => _table.AddRow(cells.Select(cell => new Text(TerminalText.Clean(cell, indent: 0))));

    /// <summary>Prints title and table.</summary>
    public void Write(IAnsiConsole console)
    {
        console.Write(new Text(TerminalText.Clean(_title, indent: 0) + "\n"));
        console.Write(_table);
    }
}
