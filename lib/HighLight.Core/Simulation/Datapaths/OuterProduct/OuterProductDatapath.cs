using HighLight.Formats;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// DSTC's datapath. An accumulation tile of Z is cut into warp tiles; for each column of K bitmap units find the nonzeros of A's column
/// and B's row in each warp tile, a
/// dealer hands their groups (8 of A by 16 of B) as steps to the outer-product units, each one a cycle, going on to the next warp tile
/// and the next column as units are free,
/// and the operand collector brings every product to its bank of the accumulation buffer.
/// </summary>
internal sealed class OuterProductDatapath : IDatapath
{
    private readonly DatapathJob _job;
    private readonly SkippingScheme.OuterProduct _scheme;
    private readonly int _units;
    private readonly Probe? _probe;
    private readonly ActionCounters _counters;
    private readonly BankedAccumulationBuffer _buffer;
    private readonly BitmapReader _a;
    private readonly BitmapReader _b;
    private readonly GatheredNonzeros _nonzerosA;
    private readonly GatheredNonzeros _nonzerosB;
    private readonly CompressionUnit _output;
    private readonly SpilledSums? _spilled;
    private long _steps;
    private long _pairs;
    private long _emptyPairs;
    private long _gathersA;
    private long _gathersB;
    private long _bitsA;
    private long _bitsB;
    private long _arrivedBitsA;
    private long _arrivedBitsB;
    private int _busyUnits;
    private int _products;

    public OuterProductDatapath(DatapathJob job, SkippingScheme.OuterProduct scheme)
    {
        var design = job.Design;
        _job = job;
        _scheme = scheme;
        _units = design.Array.Multipliers / (scheme.LanesA * scheme.LanesB);
        _probe = job.Probe;
        _counters = new ActionCounters(design.Levels);
        _buffer = new BankedAccumulationBuffer(design.Accumulation, scheme);
        _a = Reader(job.A.Transpose(), job.RunOfA);
        _b = Reader(job.B, job.RunOfB);
        _nonzerosA = new GatheredNonzeros(design.Accumulation.TileM, scheme.TileA);
        _nonzerosB = new GatheredNonzeros(design.Accumulation.TileN, scheme.TileB);
        _output = new CompressionUnit(design, job.Gemm.M, job.Gemm.N, _counters, _probe);
        _spilled = job.SpillsSums ? new SpilledSums(job, _counters) : null;
    }

    /// <summary>How often the units ran empty: at the end of every visit after which sums leave.</summary>
    public long Flushes { get; private set; }

    /// <inheritdoc/>
    public DatapathRun Run()
    {
        var gemm = _job.Gemm;
        var fill = new StorageFill(_job, _a, _b, _counters);
        for (var walk = _job.Nest.Walk(); walk.MoveNext();)
        {
            fill.Load(walk);
            _spilled?.Enter(walk);
            foreach (var visit in TileWalk.Of(_job.Nest, walk, _job.Design.Accumulation))
            {
                Visit(visit);
            }

            _spilled?.Leave(walk);
        }

        _output.Finish();
        Report();
        return new(Matrix<int>.Wrap(gemm.M, gemm.N, _output.Words), _counters, _job.Clock);
    }

    /// <summary>A part of K for one accumulation tile, whose sums are new, wait in the banks, or come back.</summary>
    private void Visit(in TileVisit visit)
    {
        if (visit.Enters && visit.Buffered.FromK > 0)
        {
            LoadTile(visit);
        }

        for (var k = visit.Buffered.FromK; k < visit.Buffered.ToK; k++)
        {
            Column(visit, k);
        }

        if (visit.Leaves)
        {
            WriteTile(visit, isDone: visit.Buffered.ToK == _job.Gemm.K);
        }
    }

    private static BitmapReader Reader(Matrix<sbyte> rowsAlongLines, OperandRun operand) => new(
        (operand.Storage == OperandStorage.Bitmask ? (SparseFormat)new BitmaskFormat() : new UncompressedFormat()).Encode(rowsAlongLines),
        keepsZeros: !operand.SkipsZeros);

    /// <summary>
    /// One column of A and row of B: both are read from the buffer and gathered, then every warp tile takes its outer product.
    /// </summary>
    private void Column(in TileVisit visit, int k)
    {
        long bitsA = _a.MetadataBits(visit.FromM, visit.ToM, k, k + 1), bitsB = _b.MetadataBits(visit.FromN, visit.ToN, k, k + 1);
        _counters.TakeA(_a.Words(visit.FromM, visit.ToM, k, k + 1), bitsA);
        _counters.TakeB(_b.Words(visit.FromN, visit.ToN, k, k + 1), bitsB);
        _arrivedBitsA += bitsA;
        _arrivedBitsB += bitsB;

        _nonzerosA.Gather(_a, k, visit.FromM, visit.ToM);
        _nonzerosB.Gather(_b, k, visit.FromN, visit.ToN);
        _gathersA += (long)_nonzerosA.Count * _nonzerosB.Tiles;
        _gathersB += (long)_nonzerosB.Count * _nonzerosA.Tiles;
        _bitsA += bitsA * _nonzerosB.Tiles;
        _bitsB += bitsB * _nonzerosA.Tiles;
        if (_probe is not null)
        {
            _probe.Tell("bitmap units", Invariant($"column of A, k={k}"), _nonzerosA.Describe(visit.FromM));
            _probe.Tell("bitmap units", Invariant($"row of B, k={k}"), _nonzerosB.Describe(visit.FromN));
        }

        for (var tileA = 0; tileA < _nonzerosA.Tiles; tileA++)
        {
            for (var tileB = 0; tileB < _nonzerosB.Tiles; tileB++)
            {
                WarpTile(visit, k, tileA, tileB);
            }
        }
    }

    /// <summary>The outer product of one column in one warp tile, in steps of as many nonzeros as a unit has lanes.</summary>
    private void WarpTile(in TileVisit visit, int k, int tileA, int tileB)
    {
        _nonzerosA.Of(tileA, out var rows, out var a);
        _nonzerosB.Of(tileB, out var columns, out var b);
        _pairs++;
        _emptyPairs += rows.IsEmpty || columns.IsEmpty ? 1 : 0;
        var address = _buffer.AddressOf(tileA, tileB);
        for (var i = 0; i < rows.Length; i += _scheme.LanesA)
        {
            var lanesA = Math.Min(_scheme.LanesA, rows.Length - i);
            for (var j = 0; j < columns.Length; j += _scheme.LanesB)
            {
                var lanesB = Math.Min(_scheme.LanesB, columns.Length - j);
                if (_probe is not null)
                {
                    Observe(visit, k, tileA, tileB, rows.Slice(i, lanesA), columns.Slice(j, lanesB));
                }

                _buffer.Accumulate(address, rows.Slice(i, lanesA), a.Slice(i, lanesA), columns.Slice(j, lanesB), b.Slice(j, lanesB));
                _steps++;
                _products += lanesA * lanesB;
                if (++_busyUnits == _units)
                {
                    EndCycle();
                }
            }
        }
    }

    private void EndCycle()
    {
        _job.Clock.Work(_products, 0);
        var stall = _buffer.Collector.EndCycle();
        if (stall > 0)
        {
            _probe?.Tell("operand collector", "", Invariant($"full: the units stall for {stall} cycles"));
            _job.Clock.WaitForBank(stall);
        }

        (_busyUnits, _products) = (0, 0);
    }

    /// <summary>Sums that were spilled come back into their banks.</summary>
    private void LoadTile(in TileVisit visit)
    {
        for (var row = 0; row < visit.Rows; row++)
        {
            for (var column = 0; column < visit.Columns; column += _scheme.TileB)
            {
                _spilled!.Load(visit.FromM + row, visit.FromN + column, SumsOf(visit, row, column));
            }
        }
    }

    private Span<int> SumsOf(in TileVisit visit, int row, int column) => _buffer.Sums(
        row / _scheme.TileA, column / _scheme.TileB, row % _scheme.TileA, Math.Min(_scheme.TileB, visit.Columns - column));

    /// <summary>The last products reach their banks, and the sums leave: done, or for DRAM.</summary>
    private void WriteTile(in TileVisit visit, bool isDone)
    {
        Flushes++;
        if (_busyUnits > 0)
        {
            EndCycle();
        }

        var drain = _buffer.Collector.Drain();
        if (drain > 0)
        {
            _probe?.Tell("operand collector", "", Invariant($"drains for {drain} cycles"));
            _job.Clock.Drain(drain);
        }

        for (var row = 0; row < visit.Rows; row++)
        {
            for (var column = 0; column < visit.Columns; column += _scheme.TileB)
            {
                var sums = SumsOf(visit, row, column);
                if (isDone)
                {
                    _output.Take(visit.FromM + row, visit.FromN + column, sums);
                }
                else
                {
                    _spilled!.Store(visit.FromM + row, visit.FromN + column, sums);
                }
            }
        }

        _buffer.Clear();
    }

    private void Report()
    {
        var (registers, gemm) = (_job.Design.Registers, _job.Gemm);
        var products = _buffer.Updates;
        _counters.MacsDone = products;
        _counters.MacsSkipped = ((long)gemm.M * gemm.K * gemm.N) - products;
        _counters.AccumulatorReads += products;
        _counters.AccumulatorWrites += products;
        _counters.LocalAccumulatorAccesses = (long)Math.Round(products * registers.AccumulatorAccessesPerMac);

        // A gathered value stands for the products across the whole warp tile; of a bitmap every position passes, as many bits an access
        // as it is words wide.
        double readsA = registers.ReadsPerMacOfA * _scheme.TileB, readsB = registers.ReadsPerMacOfB * _scheme.TileA;
        _counters.RegisterAccesses = (long)Math.Round(
            (_gathersA * readsA) + (_gathersB * readsB)
            + (_counters.WordsOfA * registers.WritesPerWordOfA) + (_counters.WordsOfB * registers.WritesPerWordOfB));
        _counters.RegisterMetadataBits = (long)Math.Round((double)registers.AccessBits / _job.Design.WordBits
            * ((_bitsA * readsA) + (_bitsB * readsB)
                + (_arrivedBitsA * registers.WritesPerWordOfA) + (_arrivedBitsB * registers.WritesPerWordOfB)));

        _counters.Report("bitmap units", "pairs of bitmaps", _pairs);
        _counters.Report("bitmap units", "pairs without a product", _emptyPairs);
        _counters.Report("outer-product units", "steps", _steps);
        _counters.Report("operand collector", "products that waited", _buffer.Collector.Conflicts);
        _counters.Report("operand collector", "longest queue", _buffer.Collector.Deepest);
    }

    private void Observe(in TileVisit visit, int k, int tileA, int tileB, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        var (fromM, fromN) = (visit.FromM + (tileA * _scheme.TileA), visit.FromN + (tileB * _scheme.TileB));
        _probe!.Tell(
            "outer-product units",
            Invariant($"unit {_busyUnits}"),
            Invariant($"k={k}: rows {Text(rows, fromM)} × columns {Text(columns, fromN)}"));

        static string Text(ReadOnlySpan<int> coordinates, int from) =>
            string.Join(' ', coordinates.ToArray().Select(c => Invariant($"{from + c}")));
    }
}
