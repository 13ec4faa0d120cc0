using HighLight.Hardware;
using HighLight.Simulation.Parts;
using HighLight.Tensors;

namespace HighLight.Simulation.TimeUnrolled;

/// <summary>
/// S2TA's datapath. B was pruned by the top-NNZ unit while it was written. Rows of A stay in the array, a block of K in each lane; columns of B are broadcast, each step for as many cycles as a
/// block may keep values. After a step the lanes of a row are added up and join the partial sum in the register file.
/// </summary>
internal sealed class TimeUnrolledDatapath : IDatapath
{
    private readonly SimulationSetup _setup;
    private readonly int _blocksPerStep;
    private readonly int _cyclesPerStep;
    private readonly ActionCounters _counters = new();
    private readonly UtilisationRecorder _utilisation;
    private readonly Probe? _probe;
    private readonly CompressionUnit _output;
    private readonly TopNnzUnit _topNnz;
    private readonly TimeUnrolledLanes _lanes;
    private readonly StoredBlocks _a;
    private readonly StoredBlocks _b;
    private readonly Matrix<sbyte> _prunedB;
    private readonly int[] _sums;
    private long _laneStalls;
    private long _arrivedBitsOfA;
    private long _steps;

    /// <exception cref="UnsupportedDatapathException">The datapath cannot run the request.</exception>
    public TimeUnrolledDatapath(SimulationSetup setup, SkippingScheme.TimeUnrolled scheme)
    {
        var problems = TimeUnrolledLimits.Problems(setup, scheme);
        if (problems.Count > 0)
        {
            throw new UnsupportedDatapathException(setup.Design, problems);
        }

        var (request, design, evaluator) = (setup.Request, setup.Design, setup.Evaluator);
        _setup = setup;
        _blocksPerStep = evaluator.ReductionPerStep / scheme.Block;
        _cyclesPerStep = evaluator.CyclesPerStep;
        _utilisation = new UtilisationRecorder(design.Array.Multipliers, request.UtilisationBuckets);
        _probe = Probe.For(request.Trace, _utilisation);
        _output = new CompressionUnit(design, setup.Gemm.M, setup.Gemm.N, _counters, _probe);
        _topNnz = new TopNnzUnit(scheme.Block, _cyclesPerStep);
        _lanes = new TimeUnrolledLanes(scheme.Block, _blocksPerStep / design.Array.SpatialK, _cyclesPerStep);
        _prunedB = _topNnz.Prune(request.B);
        _a = new StoredBlocks(request.A, evaluator.A, scheme.Block, setup.Mapping.TileK);
        _b = new StoredBlocks(_prunedB.Transpose(), evaluator.B, scheme.Block, setup.Mapping.TileK);
        _sums = new int[design.Accumulation.TileM * design.Accumulation.TileN];
    }

    /// <inheritdoc/>
    public DatapathRun Run()
    {
        var fill = new BufferFill(_a, _b, _counters);
        foreach (var visit in TileWalk.Of(_setup.Gemm, _setup.Mapping, _setup.Design.Accumulation))
        {
            fill.Load(visit.Buffered);
            var a = _a.Part(visit.Buffered.FromK);
            for (var block = 0; block < a.Blocks; block += _blocksPerStep)
            {
                Step(visit, block, Math.Min(_blocksPerStep, a.Blocks - block));
            }

            if (visit.Buffered.ToK == _setup.Gemm.K)
            {
                WriteTile(visit);
            }
        }

        _output.Finish();
        Report();
        var stalls = new long[Stalls.Causes.Length];
        stalls[(int)StallCause.LaneConflict] = _laneStalls;
        return new(Matrix<int>.Wrap(_setup.Gemm.M, _setup.Gemm.N, _output.Words), _counters.ToCounts(), new Stalls(stalls), _utilisation.Cycles, _utilisation.ToProfile())
        {
            PrunedB = _topNnz.Dropped > 0 ? _prunedB : null,
        };
    }

    /// <inheritdoc/>
    public Claim ClaimOf(string quantity) => TimeUnrolledClaims.Of(_setup, stalled: _laneStalls > 0, dropped: _topNnz.Dropped > 0, quantity);

    /// <summary>Blocks of A enter the array; then each column of B passes.</summary>
    private void Step(in TileVisit visit, int block, int count)
    {
        BlockedOperand a = _a.Part(visit.Buffered.FromK), b = _b.Part(visit.Buffered.FromK);
        for (var m = visit.FromM; m < visit.ToM; m++)
        {
            _counters.BufferReadWordsA += a.Words(m, block, count);
        }

        var bitsOfA = visit.Rows * a.MetadataBits(block, count);
        _counters.MetadataReadBits += bitsOfA + (visit.Columns * b.MetadataBits(block, count));
        _arrivedBitsOfA += bitsOfA;
        _probe?.Tell("operand registers", Invariant($"rows {visit.FromM}-{visit.ToM - 1}"), Invariant($"blocks {block}-{block + count - 1} of A from k={visit.Buffered.FromK}"));
        for (var n = visit.FromN; n < visit.ToN; n++)
        {
            _counters.BufferReadWordsB += b.Words(n, block, count);
            Column(visit, new BlockGroup(b, n, block, count), a, n, block, count);
        }
    }

    private void Column(in TileVisit visit, in BlockGroup b, BlockedOperand a, int n, int block, int count)
    {
        var start = _utilisation.Cycles;
        _steps++;
        _lanes.Begin();
        for (var m = visit.FromM; m < visit.ToM; m++)
        {
            ref var sum = ref _sums[((m - visit.FromM) * _setup.Design.Accumulation.TileN) + n - visit.FromN];
            sum += _lanes.Step(new BlockGroup(a, m, block, count), b);
            if (_probe is not null)
            {
                Tell(new BlockGroup(a, m, block, count), b, m, n, sum);
            }
        }

        _counters.AccumulatorReads += visit.Rows;
        _counters.AccumulatorWrites += visit.Rows;
        foreach (var products in _lanes.Products)
        {
            _utilisation.Cycle(products, 0);
        }

        _laneStalls += _utilisation.Cycles - start - _cyclesPerStep;
    }

    private void WriteTile(in TileVisit visit)
    {
        for (var row = 0; row < visit.Rows; row++)
        {
            var sums = _sums.AsSpan(row * _setup.Design.Accumulation.TileN, visit.Columns);
            _output.Take(visit.FromM + row, visit.FromN, sums);
            sums.Clear();
        }
    }

    private void Report()
    {
        var (registers, gemm, a) = (_setup.Design.Registers, _setup.Gemm, _setup.Evaluator.A);
        var done = _lanes.Multiplies;
        _counters.MacsDone = done;
        _counters.MacsSkipped = (gemm.M * PaddedK() * gemm.N) - done;
        _counters.LocalAccumulatorAccesses = (long)Math.Round(done * registers.AccumulatorAccessesPerMac);
        _counters.RegisterAccesses = (long)Math.Round(
            (done * (registers.ReadsPerMacOfA + registers.ReadsPerMacOfB))
            + (_counters.BufferReadWordsA * registers.WritesPerWordOfA)
            + (_counters.BufferReadWordsB * registers.WritesPerWordOfB));

        // A value's share of its block's bitmask is read with it.
        _counters.RegisterMetadataBits = (a.StoredShare == 0 ? 0 : (long)Math.Round(done * a.MetadataBitsPerValue / a.StoredShare)) + _arrivedBitsOfA;
        _counters.Report("top-NNZ unit", "values dropped", _topNnz.Dropped);
        _counters.Report("top-NNZ unit", "blocks beyond the bound", _topNnz.PrunedBlocks);
        _counters.Report("lanes", "steps", _steps);
        _counters.Report("lanes", "values selected from A", done);
    }

    /// <summary>K with every part filled up to whole blocks where an operand is stored so.</summary>
    private long PaddedK()
    {
        var (gemm, group) = (_setup.Gemm, (long)Math.Max(_setup.Evaluator.A.GroupSize, _setup.Evaluator.B.GroupSize));
        long padded = 0;
        for (long k = 0; k < gemm.K; k += _setup.Mapping.TileK)
        {
            padded += (Math.Min(_setup.Mapping.TileK, gemm.K - k) + group - 1) / group * group;
        }

        return padded;
    }

    private void Tell(in BlockGroup a, in BlockGroup b, int m, int n, int sum)
    {
        for (var i = 0; i < a.Masks.Length; i++)
        {
            _probe!.Tell("lanes", Invariant($"row {m} block {i}"), Invariant($"A keeps {a.Masks[i]:b8}, B column {n} keeps {b.Masks[i]:b8}: {System.Numerics.BitOperations.PopCount(a.Masks[i] & b.Masks[i])} products in {_cyclesPerStep} cycles"));
        }

        _probe!.Tell("register file", Invariant($"z[{m},{n}]"), Invariant($"{sum}"));
    }
}
