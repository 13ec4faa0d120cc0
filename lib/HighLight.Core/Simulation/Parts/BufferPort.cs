using HighLight.Hardware;

namespace HighLight.Simulation.Parts;

/// <summary>
/// The port of the global buffer that delivers rows of B. A port of its own moves one row a cycle; a shared one moves its bytes a cycle, and a row that takes longer may be under way
/// before it is asked for, by at most one row.
/// </summary>
internal sealed class BufferPort
{
    private readonly int _rowBytes;
    private readonly int _bytesPerCycle;
    private readonly int _mostBytes;
    private int _bytes;

    public BufferPort(StorageLevel buffer)
    {
        _rowBytes = buffer.RowBytes;
        _bytesPerCycle = buffer.SharedPortWords ?? buffer.RowBytes;
        _mostBytes = buffer.SharedPortWords is { } shared ? buffer.RowBytes + shared - 1 : buffer.RowBytes;
    }

    /// <summary>A cycle begins.</summary>
    public void Tick() => _bytes = Math.Min(_bytes + _bytesPerCycle, _mostBytes);

    /// <summary>Moves one row, where this cycle can.</summary>
    public bool TryMoveRow()
    {
        if (_bytes < _rowBytes)
        {
            return false;
        }

        _bytes -= _rowBytes;
        return true;
    }
}
