using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The port of the global buffer that delivers rows of B. A port of its own moves one row a cycle; a shared one moves its words a cycle,
/// and a
/// row that takes longer may be under way before it is asked for, by at most one row.
/// </summary>
internal sealed class BufferPort
{
    private readonly long _rowBits;
    private readonly long _bitsPerCycle;
    private readonly long _mostBits;
    private long _bits;

    public BufferPort(StorageLevel buffer, int wordBits)
    {
        _rowBits = 8L * buffer.RowBytes;
        _bitsPerCycle = buffer.SharedPortWords is { } words ? (long)words * wordBits : _rowBits;
        _mostBits = buffer.SharedPortWords is null ? _rowBits : _rowBits + _bitsPerCycle - wordBits;
    }

    /// <summary>A cycle begins.</summary>
    public void Tick() => _bits = Math.Min(_bits + _bitsPerCycle, _mostBits);

    /// <summary>Moves one row, where this cycle can.</summary>
    public bool TryMoveRow()
    {
        if (_bits < _rowBits)
        {
            return false;
        }

        _bits -= _rowBits;
        return true;
    }
}
