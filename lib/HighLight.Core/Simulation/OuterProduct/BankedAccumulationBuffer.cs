using HighLight.Hardware;

namespace HighLight.Simulation.OuterProduct;

/// <summary>
/// The partial sums of one accumulation tile of Z: warp tile after warp tile, each row-major, dealt to the banks in turn. Every product reads, adds to and writes one of them.
/// </summary>
internal sealed class BankedAccumulationBuffer
{
    private readonly int[] _sums;
    private readonly ushort[] _bankOf;
    private readonly CollectorQueues _collector;

    public BankedAccumulationBuffer(int partialSums, OperandCollector collector)
    {
        _sums = new int[partialSums];
        _bankOf = new ushort[partialSums];
        for (var address = 0; address < partialSums; address++)
        {
            _bankOf[address] = (ushort)(address % collector.Banks);
        }

        _collector = new CollectorQueues(collector);
    }

    /// <summary>The collector in front of the banks.</summary>
    public CollectorQueues Collector => _collector;

    /// <summary>Products that were read-modify-written.</summary>
    public long Updates { get; private set; }

    /// <summary>Partial sums from an address on.</summary>
    public ReadOnlySpan<int> Sums(int address, int count) => _sums.AsSpan(address, count);

    /// <summary>Every product of a step, the nonzeros <paramref name="a"/> of a column of A by those <paramref name="b"/> of a row of B, goes to its partial sum.</summary>
    /// <param name="tile">The address of the warp tile.</param>
    /// <param name="width">Partial sums of a row of the warp tile.</param>
    /// <param name="rows">The rows of <paramref name="a"/> within the tile.</param>
    /// <param name="a">At most as many values as the unit has lanes for A.</param>
    /// <param name="columns">The columns of <paramref name="b"/> within the tile.</param>
    /// <param name="b">At most as many values as the unit has lanes for B.</param>
    public void Accumulate(int tile, int width, ReadOnlySpan<int> rows, ReadOnlySpan<sbyte> a, ReadOnlySpan<int> columns, ReadOnlySpan<sbyte> b)
    {
        var waiting = _collector.Waiting;
        var conflicts = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = tile + (rows[i] * width);
            int value = a[i];
            var sums = _sums.AsSpan(row, width);
            var banks = _bankOf.AsSpan(row, width);
            for (var j = 0; j < columns.Length; j++)
            {
                var column = columns[j];
                sums[column] += value * b[j];
                ref var queue = ref waiting[banks[column]];
                conflicts += queue == 0 ? 0 : 1;
                queue++;
            }
        }

        Updates += (long)rows.Length * columns.Length;
        _collector.CountConflicts(conflicts);
    }

    /// <summary>All partial sums are 0: the next tile of Z begins.</summary>
    public void Clear() => Array.Clear(_sums);
}
