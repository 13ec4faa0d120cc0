namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Partial sums of Z in DRAM, whole: where a nest leaves a tile of Z before its K is done.</summary>
internal sealed class SpilledSums
{
    private readonly int[] _sums;
    private readonly int _columns;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;

    public SpilledSums(int rows, int columns, ActionCounters counters, Probe? probe)
    {
        _sums = new int[checked(rows * columns)];
        _columns = columns;
        _counters = counters;
        _probe = probe;
    }

    /// <summary>Sums of a row leave the register files: each is read there and written here.</summary>
    public void Store(int row, int firstColumn, ReadOnlySpan<int> sums)
    {
        sums.CopyTo(_sums.AsSpan((row * _columns) + firstColumn));
        _counters.AccumulatorReads += sums.Length;
        _counters.DramWriteSums += sums.Length;
        Tell(row, firstColumn, sums, "leaves for DRAM");
    }

    /// <summary>They come back.</summary>
    public void Load(int row, int firstColumn, Span<int> sums)
    {
        _sums.AsSpan((row * _columns) + firstColumn, sums.Length).CopyTo(sums);
        _counters.DramReadSums += sums.Length;
        _counters.AccumulatorWrites += sums.Length;
        Tell(row, firstColumn, sums, "is back from DRAM");
    }

    private void Tell(int row, int firstColumn, ReadOnlySpan<int> sums, string what) => _probe?.Tell(
        "spilled sums",
        Invariant($"z[{row},{firstColumn}..{firstColumn + sums.Length - 1}]"),
        Invariant($"{string.Join(' ', sums.ToArray())} {what}"));
}
