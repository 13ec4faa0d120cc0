using HighLight.Evaluation;
using HighLight.Formats;
using HighLight.Hardware;
using HighLight.Simulation.Parts;
using HighLight.Tensors;

namespace HighLight.Simulation.OuterProduct;

/// <summary>
/// DSTC's datapath. An accumulation tile of Z is cut into warp tiles; for each column of K bitmap units find the nonzeros of A's column and B's row in each warp tile, a
/// dealer hands their groups (8 of A by 16 of B) as steps to the outer-product units, each one a cycle, going on to the next warp tile and the next column as units are free,
/// and the operand collector brings every product to its bank of the accumulation buffer.
/// </summary>
internal sealed class OuterProductDatapath : IDatapath
{
    private readonly SimulationSetup _setup;
    private readonly SkippingScheme.OuterProduct _scheme;
    private readonly int _units;
    private readonly Probe? _probe;
    private readonly ActionCounters _counters = new();
    private readonly UtilisationRecorder _utilisation;
    private readonly BankedAccumulationBuffer _buffer;
    private readonly BitmapReader _a;
    private readonly BitmapReader _b;
    private readonly GatheredNonzeros _nonzerosA;
    private readonly GatheredNonzeros _nonzerosB;
    private readonly CompressionUnit _output;
    private long _steps;
    private long _pairs;
    private long _emptyPairs;
    private long _gathersA;
    private long _gathersB;
    private long _bitsA;
    private long _bitsB;
    private long _arrivedBitsA;
    private long _arrivedBitsB;
    private long _conflictStalls;
    private long _drainStalls;
    private int _busyUnits;
    private int _products;

    /// <exception cref="UnsupportedDatapathException">The datapath cannot run the request.</exception>
    public OuterProductDatapath(SimulationSetup setup, SkippingScheme.OuterProduct scheme)
    {
        var problems = OuterProductLimits.Problems(setup, scheme);
        if (problems.Count > 0)
        {
            throw new UnsupportedDatapathException(setup.Design, problems);
        }

        var (request, design) = (setup.Request, setup.Design);
        _setup = setup;
        _scheme = scheme;
        _units = design.Array.Multipliers / (scheme.LanesA * scheme.LanesB);
        _utilisation = new UtilisationRecorder(design.Array.Multipliers, request.UtilisationBuckets);
        _probe = Probe.For(request.Trace, _utilisation);
        _buffer = new BankedAccumulationBuffer(design.Accumulation, scheme);
        _a = Reader(request.A.Transpose(), setup.Evaluator.A);
        _b = Reader(request.B, setup.Evaluator.B);
        _nonzerosA = new GatheredNonzeros(design.Accumulation.TileM, scheme.TileA);
        _nonzerosB = new GatheredNonzeros(design.Accumulation.TileN, scheme.TileB);
        _output = new CompressionUnit(design, setup.Gemm.M, setup.Gemm.N, _counters, _probe);
    }

    /// <inheritdoc/>
    public DatapathRun Run()
    {
        var gemm = _setup.Gemm;
        var fill = new BufferFill(_a, _b, _counters);
        foreach (var visit in TileWalk.Of(gemm, _setup.Mapping, _setup.Design.Accumulation))
        {
            fill.Load(visit.Buffered);
            for (var k = visit.Buffered.FromK; k < visit.Buffered.ToK; k++)
            {
                Column(visit, k);
            }

            if (visit.Buffered.ToK == gemm.K)
            {
                WriteTile(visit);
            }
        }

        _output.Finish();
        Report();
        var stalls = new long[Stalls.Causes.Length];
        stalls[(int)StallCause.BankConflict] = _conflictStalls;
        stalls[(int)StallCause.AccumulatorDrain] = _drainStalls;
        return new(Matrix<int>.Wrap(gemm.M, gemm.N, _output.Words), _counters.ToCounts(), new Stalls(stalls), _utilisation.Cycles, _utilisation.ToProfile());
    }

    /// <inheritdoc/>
    public Claim ClaimOf(string quantity) => OuterProductClaims.Of(_setup, _scheme.ChargesConflicts, _conflictStalls + _drainStalls > 0, quantity);

    private static BitmapReader Reader(Matrix<sbyte> rowsAlongLines, OperandExecution operand) => new(
        (operand.MetadataBitsPerValue > 0 ? (SparseFormat)new BitmaskFormat() : new UncompressedFormat()).Encode(rowsAlongLines), keepsZeros: !operand.SkipsAnyZeros);

    /// <summary>One column of A and row of B: both are read from the buffer and gathered, then every warp tile takes its outer product.</summary>
    private void Column(in TileVisit visit, int k)
    {
        _counters.BufferReadWordsA += _a.Words(visit.FromM, visit.ToM, k, k + 1);
        _counters.BufferReadWordsB += _b.Words(visit.FromN, visit.ToN, k, k + 1);
        long bitsA = _a.MetadataBits(visit.FromM, visit.ToM, k, k + 1), bitsB = _b.MetadataBits(visit.FromN, visit.ToN, k, k + 1);
        _counters.MetadataReadBits += bitsA + bitsB;
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
        _utilisation.Cycle(_products, 0);
        var stall = _buffer.Collector.EndCycle();
        if (stall > 0)
        {
            _probe?.Tell("operand collector", "", Invariant($"full: the units stall for {stall} cycles"));
            _utilisation.Idle(stall);
            _conflictStalls += stall;
        }

        (_busyUnits, _products) = (0, 0);
    }

    /// <summary>The last products reach their banks, and Z leaves.</summary>
    private void WriteTile(in TileVisit visit)
    {
        if (_busyUnits > 0)
        {
            EndCycle();
        }

        var drain = _buffer.Collector.Drain();
        if (drain > 0)
        {
            _probe?.Tell("operand collector", "", Invariant($"drains for {drain} cycles"));
            _utilisation.Idle(drain);
            _drainStalls += drain;
        }

        for (var row = 0; row < visit.Rows; row++)
        {
            var (tileA, rowInTile) = Math.DivRem(row, _scheme.TileA);
            for (var column = 0; column < visit.Columns; column += _scheme.TileB)
            {
                var width = Math.Min(_scheme.TileB, visit.Columns - column);
                _output.Take(visit.FromM + row, visit.FromN + column, _buffer.Sums(tileA, column / _scheme.TileB, rowInTile, width));
            }
        }

        _buffer.Clear();
    }

    private void Report()
    {
        var (registers, gemm) = (_setup.Design.Registers, _setup.Gemm);
        var products = _buffer.Updates;
        _counters.MacsDone = products;
        _counters.MacsSkipped = ((long)gemm.M * gemm.K * gemm.N) - products;
        _counters.AccumulatorReads = products;
        _counters.AccumulatorWrites = products;
        _counters.LocalAccumulatorAccesses = (long)Math.Round(products * registers.AccumulatorAccessesPerMac);

        // A gathered value stands for the products across the whole warp tile; of a bitmap every position passes, as many bits an access as it is words wide.
        double readsA = registers.ReadsPerMacOfA * _scheme.TileB, readsB = registers.ReadsPerMacOfB * _scheme.TileA;
        _counters.RegisterAccesses = (long)Math.Round(
            (_gathersA * readsA) + (_gathersB * readsB) + (_counters.BufferReadWordsA * registers.WritesPerWordOfA) + (_counters.BufferReadWordsB * registers.WritesPerWordOfB));
        _counters.RegisterMetadataBits = (long)Math.Round((double)registers.AccessBits / _setup.Design.WordBits
            * ((_bitsA * readsA) + (_bitsB * readsB) + (_arrivedBitsA * registers.WritesPerWordOfA) + (_arrivedBitsB * registers.WritesPerWordOfB)));

        _counters.Report("bitmap units", "pairs of bitmaps", _pairs);
        _counters.Report("bitmap units", "pairs without a product", _emptyPairs);
        _counters.Report("outer-product units", "steps", _steps);
        _counters.Report("operand collector", "products that waited", _buffer.Collector.Conflicts);
        _counters.Report("operand collector", "longest queue", _buffer.Collector.Deepest);
    }

    private void Observe(in TileVisit visit, int k, int tileA, int tileB, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns)
    {
        var (fromM, fromN) = (visit.FromM + (tileA * _scheme.TileA), visit.FromN + (tileB * _scheme.TileB));
        _probe!.Tell("outer-product units", Invariant($"unit {_busyUnits}"), Invariant($"k={k}: rows {Text(rows, fromM)} × columns {Text(columns, fromN)}"));

        static string Text(ReadOnlySpan<int> coordinates, int from) => string.Join(' ', coordinates.ToArray().Select(c => Invariant($"{from + c}")));
    }
}
