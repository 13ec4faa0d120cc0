using System.Globalization;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Progress;

/// <summary>What the cells of one notebook show and print, as lines for a log. Not thread-safe; cells run one after the other.</summary>
/// <param name="label">What a line begins with inside its brackets: number and name of the notebook.</param>
internal sealed class OutputLog(string label)
{
    private readonly OutputLines _lines = new();
    private (int Cell, string Stream)? _source;

    /// <summary>Takes in one event.</summary>
    /// <returns>The lines to be printed now, each such as <c>[2/7 03-x.ipynb cell 4] text</c>, or <c>… cell 4 stderr] text</c>.</returns>
    public IEnumerable<string> Add(HostEvent hostEvent)
    {
        if (hostEvent is not CellOutput output)
        {
            // Whatever comes next is printed after what was begun.
            return Flush();
        }

        var lines = new List<string>();
        if (_source != (output.Cell, output.Stream))
        {
            lines.AddRange(Flush());
            _source = (output.Cell, output.Stream);
        }

        lines.AddRange(_lines.Add(output.Text).Select(Label));

        // A display is whole; what a stream prints may be a part of a line.
        return output.Stream is "display" or "error" ? lines.Concat(Flush()) : lines;
    }

    /// <summary>The line that was begun and not ended, if there is one.</summary>
    public IEnumerable<string> Flush()
    {
        string[] rest = _source is not null && _lines.Flush() is { } line ? [Label(line)] : [];
        return rest;
    }

    private string Label(string line)
    {
        var (cell, stream) = _source!.Value;
        var mark = stream is "stderr" or "error" ? " " + stream : "";
        return string.Create(CultureInfo.InvariantCulture, $"[{label} cell {cell}{mark}] {line}").TrimEnd();
    }
}
