using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// Where Z leaves: sums come out of the register files, zeros are dropped and marked in a bitmask where that is smaller for the whole of
/// Z, and the words go to DRAM, through the levels that keep Z.
/// </summary>
internal sealed class CompressionUnit
{
    private readonly Accelerator _design;
    private readonly int[] _z;
    private readonly int _columns;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private long _nonzeros;

    public CompressionUnit(Accelerator design, int rows, int columns, ActionCounters counters, Probe? probe)
    {
        _design = design;
        _z = new int[checked(rows * columns)];
        _columns = columns;
        _counters = counters;
        _probe = probe;
    }

    /// <summary>The words that have come out so far, row-major.</summary>
    public ReadOnlyMemory<int> Words => _z;

    /// <summary>Takes finished sums of one row of Z.</summary>
    public void Take(int row, int firstColumn, ReadOnlySpan<int> sums)
    {
        sums.CopyTo(_z.AsSpan((row * _columns) + firstColumn));
        _nonzeros += sums.Length - sums.Count(0);
        _probe?.Tell(
            "compression unit",
            "",
            Invariant($"z[{row},{firstColumn}..{firstColumn + sums.Length - 1}] = {string.Join(' ', sums.ToArray())}"));
    }

    /// <summary>All of Z is out: what is written of it.</summary>
    public void Finish()
    {
        long words = _z.Length;
        var compresses = _design.CompressesOutput && (_nonzeros * _design.WordBits) + words < words * _design.WordBits;
        var (written, bits) = compresses ? (_nonzeros, words) : (words, 0);
        for (var level = 0; level < _design.Levels.Count; level++)
        {
            // Through every level that keeps Z, out to the outermost.
            if (_design.Levels[level].Holds(KeptOperands.Z))
            {
                _counters.Levels[level].Z.Write(written, bits);
                _counters.Levels[level].Z.Read(level == 0 ? 0 : written, level == 0 ? 0 : bits);
            }
        }

        if (_design.CompressesOutput)
        {
            _counters.Report("compression unit", "zeros dropped", compresses ? words - _nonzeros : 0);
        }
    }
}
