using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The VFMU: reads aligned rows of B from the global buffer and hands out as many consecutive words as a step wants. A row is fetched
/// only when the buffered words do not suffice; what
/// is left after a step is shifted to the front. A buffer too small for a whole row behind what it still holds takes the part that fits,
/// and has to read the row again for the rest.
/// </summary>
internal sealed class VariableFetchUnit
{
    public const string Name = "VFMU";

    private readonly BufferPort _port;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private readonly byte[] _buffer;
    private StreamedChunk? _chunk;
    private int _level;
    private int _row;
    private int _takenOfRow;
    private int _fullest;
    private long _fetches;
    private long _fetchesAgain;
    private long _shifts;

    public VariableFetchUnit(BufferPort port, int capacityWords, ActionCounters counters, Probe? probe)
    {
        _port = port;
        _counters = counters;
        _probe = probe;
        _buffer = new byte[capacityWords];
    }

    /// <summary>A pass over a chunk of B begins, at its first row.</summary>
    public void Begin(StreamedChunk chunk) => (_chunk, _level, _row, _takenOfRow) = (chunk, 0, 0, 0);

    /// <summary>One cycle of the array: the next words, into <paramref name="words"/>.</summary>
    /// <returns>Cycles that the array waited for rows.</returns>
    public int Take(Span<byte> words)
    {
        _port.Tick();
        var stalls = 0;
        while (_level < words.Length)
        {
            if (_port.TryMoveRow())
            {
                Fetch();
            }
            else
            {
                _probe?.Tell(Name, "", Invariant($"holds {_level} words, waits for row {_row}"));
                stalls++;
                _port.Tick();
            }
        }

        _buffer.AsSpan(0, words.Length).CopyTo(words);
        _buffer.AsSpan(words.Length, _level - words.Length).CopyTo(_buffer);
        _level -= words.Length;
        _shifts++;
        _probe?.Tell(Name, "", Invariant($"hands out {words.Length} words, keeps {_level}"));
        return stalls;
    }

    public void Report()
    {
        _counters.Report(Name, "row fetches", _fetches);
        _counters.Report(Name, "rows fetched again", _fetchesAgain);
        _counters.Report(Name, "shifts", _shifts);
        _counters.Report(Name, "most words held", _fullest);
    }

    private void Fetch()
    {
        var row = _chunk!.Row(_row);
        _fetches++;
        _fetchesAgain += _takenOfRow > 0 ? 1 : 0;
        _counters.TakeB(row.Length, 0);
        var rest = row[_takenOfRow..];
        rest = rest[..Math.Min(rest.Length, _buffer.Length - _level)];
        rest.CopyTo(_buffer.AsSpan(_level));
        _probe?.Tell(Name, "", Invariant($"holds {_level} words, fetches row {_row} ({rest.Length} words)"));
        _level += rest.Length;
        _fullest = Math.Max(_fullest, _level);
        _takenOfRow += rest.Length;
        if (_takenOfRow == row.Length)
        {
            (_row, _takenOfRow) = (_row + 1, 0);
        }
    }
}
