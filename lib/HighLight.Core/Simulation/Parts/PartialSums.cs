namespace HighLight.Simulation.Parts;

/// <summary>
/// The register files at the edge of the array: a tile of Z that stays while K is walked. Each has <see cref="BanksPerFile"/> banks of one read and one write port; a row of the array
/// writes to a bank of its own as long as there are enough. The first product of a sum is written without a read; a finished sum is read once, on its way out.
/// </summary>
internal sealed class PartialSums
{
    /// <summary>Banks of a register file (sourced: the predecessor's artifact).</summary>
    public const int BanksPerFile = 16;

    private readonly int _columns;
    private readonly int _banks;
    private readonly int[] _sums;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private bool _holdsSums;

    public PartialSums(int rows, int columns, int files, ActionCounters counters, Probe? probe)
    {
        _columns = columns;
        _banks = files * BanksPerFile;
        _sums = new int[rows * columns];
        _counters = counters;
        _probe = probe;
    }

    /// <summary>A new tile of Z begins.</summary>
    public void Begin()
    {
        _sums.AsSpan().Clear();
        _holdsSums = false;
    }

    /// <summary>The sums of one row of the array.</summary>
    public Span<int> Row(int row) => _sums.AsSpan(row * _columns, _columns);

    /// <summary>One cycle: each row of the array adds its products to one sum.</summary>
    /// <returns>Cycles that the array waits because rows share a bank.</returns>
    public int Cycle(int rows)
    {
        _counters.AccumulatorReads += _holdsSums ? rows : 0;
        _counters.AccumulatorWrites += rows;
        return ((rows + _banks - 1) / _banks) - 1;
    }

    /// <summary>A step is over: every sum of the tile holds a product.</summary>
    public void EndStep() => _holdsSums = true;

    /// <summary>Reads the finished sums of one row.</summary>
    public ReadOnlySpan<int> Drain(int row, int columns)
    {
        _counters.AccumulatorReads += columns;
        return Row(row)[..columns];
    }

    public void Tell(int rows, int column, int firstRow, int n)
    {
        for (var row = 0; row < rows && _probe is not null; row++)
        {
            _probe.Tell("partial sums", Invariant($"file {row / BanksPerFile} bank {row % BanksPerFile}"), Invariant($"z[{firstRow + row},{n}] = {Row(row)[column]}"));
        }
    }
}
