using System.Collections.Immutable;
using System.Text;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Hosting;

/// <summary>What a host said of its cells so far. Not thread-safe.</summary>
/// <param name="time">Measures how long a cell runs that does not come to its end.</param>
internal sealed class CellTranscript(TimeProvider time)
{
    /// <summary>Cells kept, the first ones: whatever a host reports, memory stays bounded.</summary>
    public const int MaximumCells = 10_000;

    /// <summary>Characters kept of what a cell shows and prints, the last ones.</summary>
    public const int MaximumOutput = 16 * 1024;

    private readonly SortedDictionary<int, CellResult> _cells = [];
    private readonly StringBuilder _output = new();
    private long _start;

    /// <summary>The cell that runs now; null between two cells.</summary>
    public int? Running { get; private set; }

    /// <summary>Cells that came to their end.</summary>
    public int Done { get; private set; }

    /// <summary>Takes in one event.</summary>
    public void Add(HostEvent hostEvent)
    {
        switch (hostEvent)
        {
            case CellStarted started:
                Running = started.Cell;
                _start = time.GetTimestamp();
                _output.Clear();
                Keep(new CellResult(started.Cell, CellOutcome.Unfinished));
                break;
            case CellOutput output when output.Cell == Running:
                Append(output.Text);
                break;
            case CellFinished finished:
                Finish(finished);
                break;
        }
    }

    /// <summary>The cells that were reached, in their order.</summary>
    public ImmutableArray<CellResult> ToResults() =>
        [.. _cells.Values.Select(cell => cell.Cell == Running ? cell with
        {
            Output = _output.ToString(),
            Seconds = Math.Round(time.GetElapsedTime(_start).TotalSeconds, 3),
        } : cell)];

    private void Finish(CellFinished finished)
    {
        var outcome = finished.Skipped ? CellOutcome.Skipped : finished.Ok ? CellOutcome.Passed : CellOutcome.Failed;
        Keep(new CellResult(finished.Cell, outcome)
        {
            Seconds = finished.Seconds,
            Output = outcome == CellOutcome.Failed ? _output.ToString() : "",
        });
        _output.Clear();
        Running = null;
        Done++;
    }

    private void Keep(CellResult cell)
    {
        if (_cells.Count < MaximumCells || _cells.ContainsKey(cell.Cell))
        {
            _cells[cell.Cell] = cell;
        }
    }

    private void Append(string text)
    {
        _output.Append(text);

        // Cut only now and then, so that a flood of small pieces costs no copy each.
        if (_output.Length > 2 * MaximumOutput)
        {
            _output.Remove(0, _output.Length - MaximumOutput);
        }
    }
}
