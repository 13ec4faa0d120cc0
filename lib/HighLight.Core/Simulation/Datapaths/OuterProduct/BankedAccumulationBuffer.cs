using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// The partial sums of one accumulation tile of Z, warp tile after warp tile, each row-major. Every product reads, adds to and writes one
/// of them. The sums of a warp tile are dealt to the
/// banks in turn; warp tiles that share rows of A or columns of B begin a row or a column further than the one before (skewed), so that
/// the same nonzero does not meet itself in a bank.
/// </summary>
internal sealed class BankedAccumulationBuffer
{
    private readonly int[] _sums;
    private readonly ushort[] _bankOf;
    private readonly int _tileB;
    private readonly int _tileSize;
    private readonly int _tilesAcross;

    public BankedAccumulationBuffer(AccumulationBuffer buffer, SkippingScheme.OuterProduct scheme)
    {
        _tileB = scheme.TileB;
        _tileSize = scheme.TileA * scheme.TileB;
        _tilesAcross = buffer.TileN / scheme.TileB;
        _sums = new int[buffer.TileM * buffer.TileN];
        _bankOf = new ushort[_sums.Length];
        for (var address = 0; address < _sums.Length; address++)
        {
            var (tile, within) = Math.DivRem(address, _tileSize);
            var (row, column) = Math.DivRem(within, _tileB);
            var (down, across) = Math.DivRem(tile, _tilesAcross);
            row = (row + across) % scheme.TileA;
            column = (column + down) % _tileB;
            _bankOf[address] = (ushort)(((tile * _tileSize) + (row * _tileB) + column) % scheme.Collector.Banks);
        }

        Collector = new CollectorQueues(scheme.Collector);
    }

    /// <summary>The collector in front of the banks.</summary>
    public CollectorQueues Collector { get; }

    /// <summary>Products that were read-modify-written.</summary>
    public long Updates { get; private set; }

    /// <summary>The address of a warp tile, counted down and across in the accumulation tile.</summary>
    public int AddressOf(int down, int across) => ((down * _tilesAcross) + across) * _tileSize;

    /// <summary>Partial sums of a row of a warp tile, from its first column on.</summary>
    public Span<int> Sums(int down, int across, int row, int count) => _sums.AsSpan(AddressOf(down, across) + (row * _tileB), count);

    /// <summary>
    /// Every product of a step, the nonzeros <paramref name="a"/> of a column of A by those <paramref name="b"/> of a row of B, goes to
    /// its partial sum.
    /// </summary>
    /// <param name="tile">The address of the warp tile.</param>
    /// <param name="rows">The rows of <paramref name="a"/> within the tile.</param>
    /// <param name="a">At most as many values as a unit has lanes for A.</param>
    /// <param name="columns">The columns of <paramref name="b"/> within the tile.</param>
    /// <param name="b">At most as many values as a unit has lanes for B.</param>
    public void Accumulate(int tile, ReadOnlySpan<int> rows, ReadOnlySpan<sbyte> a, ReadOnlySpan<int> columns, ReadOnlySpan<sbyte> b)
    {
        var waiting = Collector.Waiting;
        var conflicts = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = tile + (rows[i] * _tileB);
            int value = a[i];
            var sums = _sums.AsSpan(row, _tileB);
            var banks = _bankOf.AsSpan(row, _tileB);
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
        Collector.CountConflicts(conflicts);
    }

    /// <summary>All partial sums are 0: the next tile of Z begins.</summary>
    public void Clear() => Array.Clear(_sums);
}
