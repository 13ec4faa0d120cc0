using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>
/// S2TA's datapath. B was pruned by the top-NNZ unit while it was written. Rows of A stay in the array, a block of K in each lane;
/// columns of B are broadcast, each step for as many cycles as a
/// block may keep values. After a step the lanes of a row are added up and join the partial sum in the register file.
/// </summary>
internal sealed class TimeUnrolledDatapath : IDatapath
{
    private readonly DatapathJob _job;
    private readonly SkippingScheme.TimeUnrolled _scheme;
    private readonly int _blocksPerStep;
    private readonly int _cyclesPerStep;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private readonly CompressionUnit _output;
    private readonly TopNnzUnit _topNnz;
    private readonly TimeUnrolledLanes _lanes;
    private readonly StoredBlocks _a;
    private readonly StoredBlocks _b;
    private readonly Matrix<sbyte> _prunedB;
    private readonly PartialSums _sums;
    private readonly SpilledSums? _spilled;
    private double _maskBitsOfProducts;
    private long _arrivedBitsOfA;
    private long _steps;

    public TimeUnrolledDatapath(DatapathJob job, SkippingScheme.TimeUnrolled scheme)
    {
        var (design, gemm) = (job.Design, job.Gemm);
        _job = job;
        _scheme = scheme;
        _probe = job.Probe;
        _counters = new ActionCounters(design.Levels);
        _cyclesPerStep = Bound(job.RunOfB, scheme.Block);
        var blocksPerLane = scheme.AlsoA && 2 * Bound(job.RunOfA, scheme.Block) <= scheme.Block ? 2 : 1;
        _blocksPerStep = design.Array.SpatialK * blocksPerLane;
        _output = new CompressionUnit(design, gemm.M, gemm.N, _counters, _probe);
        _topNnz = new TopNnzUnit(scheme.Block, _cyclesPerStep);
        _lanes = new TimeUnrolledLanes(scheme.Block, blocksPerLane, _cyclesPerStep);
        _prunedB = _topNnz.Prune(job.B);

        // Which positions behind the end of K are computed A decides; where it keeps all, B's padding does.
        _a = new StoredBlocks(job.A, job.RunOfA, scheme.Block, job.Nest.TileK, padsDense: job.RunOfB.Group > 1);
        _b = new StoredBlocks(_prunedB.Transpose(), job.RunOfB, scheme.Block, job.Nest.TileK, padsDense: true);
        _spilled = job.SpillsSums ? new SpilledSums(job, _counters) : null;
        var (rows, columns) = (Math.Min(design.Accumulation.TileM, gemm.M), Math.Min(design.Accumulation.TileN, gemm.N));
        _sums = new PartialSums(job, rows, columns, _output, _spilled, _counters);
    }

    /// <summary>Nonzeros that the top-NNZ unit dropped.</summary>
    public long Dropped => _topNnz.Dropped;

    /// <inheritdoc/>
    public DatapathRun Run()
    {
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
        return new(Matrix<int>.Wrap(_job.Gemm.M, _job.Gemm.N, _output.Words), _counters, _job.Clock)
        {
            PrunedB = _topNnz.Dropped > 0 ? _prunedB : null,
        };
    }

    /// <summary>A part of K for one accumulation tile, pass by pass.</summary>
    private void Visit(in TileVisit visit)
    {
        var isNew = visit.Buffered.FromK == 0;
        if (visit.Enters)
        {
            _sums.Enter(visit.FromM, visit.ToM, visit.FromN, visit.ToN, isNew);
        }

        foreach (var a in _a.Part(visit.Buffered.FromK))
        {
            var before = _lanes.Multiplies;
            for (var block = 0; block < a.Blocks; block += _blocksPerStep, isNew = false)
            {
                Step(visit, a, block, Math.Min(_blocksPerStep, a.Blocks - block), isNew);
            }

            _maskBitsOfProducts += (_lanes.Multiplies - before) * MaskBitsPerValue(a == _a.Part(visit.Buffered.FromK)[0]);
        }

        if (visit.Leaves)
        {
            _sums.Leave(visit.Buffered.ToK == _job.Gemm.K);
        }
    }

    /// <summary>Values that a block keeps at most in one pass.</summary>
    private static int Bound(OperandRun operand, int block) => operand switch
    {
        { FirstHalf: { } half } => half.G,
        { Pattern: { } pattern, SkipsStructure: true } => pattern.IsDense ? block : pattern[0].G,
        { SkipsZeros: true } => (int)(((block * operand.Nonzeros) + operand.Values - 1) / operand.Values),
        _ => block,
    };

    /// <summary>A value's share of its block's bitmask, which is read with it.</summary>
    private double MaskBitsPerValue(bool isFirst) => _job.RunOfA switch
    {
        { FirstHalf: { } half, Pattern: { } sum } => (double)_scheme.Block / (isFirst ? half.G : sum[0].G - half.G),
        { Pattern: { IsDense: false } bound } => (double)_scheme.Block / bound[0].G,
        _ => 0,
    };

    /// <summary>Blocks of A enter the array; then each column of B passes.</summary>
    private void Step(in TileVisit visit, BlockedOperand a, int block, int count, bool isNew)
    {
        var b = _b.Part(visit.Buffered.FromK)[0];
        for (var m = visit.FromM; m < visit.ToM; m++)
        {
            _counters.TakeA(a.Words(m, block, count), 0);
        }

        var bitsOfA = visit.Rows * a.MetadataBits(block, count);
        _counters.TakeA(0, bitsOfA);
        _counters.TakeB(0, visit.Columns * b.MetadataBits(block, count));
        _arrivedBitsOfA += bitsOfA;
        _probe?.Tell(
            "operand registers",
            Invariant($"rows {visit.FromM}-{visit.ToM - 1}"),
            Invariant($"blocks {block}-{block + count - 1} of A from k={visit.Buffered.FromK}"));
        for (var n = visit.FromN; n < visit.ToN; n++)
        {
            _counters.TakeB(b.Words(n, block, count), 0);
            Column(visit, new BlockGroup(b, n, block, count), a, n, block, count, isNew);
        }
    }

    private void Column(in TileVisit visit, in BlockGroup b, BlockedOperand a, int n, int block, int count, bool isNew)
    {
        var start = _job.Clock.Cycles;
        _steps++;
        _lanes.Begin();
        for (var m = visit.FromM; m < visit.ToM; m++)
        {
            ref var sum = ref _sums.Row(m, n, 1)[0];
            sum += _lanes.Step(new BlockGroup(a, m, block, count), b);
            if (_probe is not null)
            {
                Tell(new BlockGroup(a, m, block, count), b, m, n, sum);
            }
        }

        _sums.Add(visit.Rows, isNew);
        foreach (var products in _lanes.Products)
        {
            _job.Clock.Work(products, 0);
        }

        _job.Clock.BlameLanes(_job.Clock.Cycles - start - _cyclesPerStep);
    }

    private void Report()
    {
        var (registers, gemm) = (_job.Design.Registers, _job.Gemm);
        var done = _lanes.Multiplies;
        _counters.MacsDone = done;
        _counters.MacsSkipped = (gemm.M * PaddedK() * gemm.N) - done;
        _counters.LocalAccumulatorAccesses = (long)Math.Round(done * registers.AccumulatorAccessesPerMac);
        _counters.RegisterAccesses = (long)Math.Round(
            (done * (registers.ReadsPerMacOfA + registers.ReadsPerMacOfB))
            + (_counters.WordsOfA * registers.WritesPerWordOfA)
            + (_counters.WordsOfB * registers.WritesPerWordOfB));
        _counters.RegisterMetadataBits = (long)Math.Round(_maskBitsOfProducts) + _arrivedBitsOfA;
        _counters.Report("top-NNZ unit", "values dropped", _topNnz.Dropped);
        _counters.Report("top-NNZ unit", "blocks beyond the bound", _topNnz.PrunedBlocks);
        _counters.Report("lanes", "steps", _steps);
        _counters.Report("lanes", "values selected from A", done);
    }

    /// <summary>K with every part filled up to whole blocks where an operand is stored so.</summary>
    private long PaddedK()
    {
        long padded = 0;
        for (long k = 0; k < _job.Gemm.K; k += _job.Nest.TileK)
        {
            var length = Math.Min(_job.Nest.TileK, _job.Gemm.K - k);
            padded += Math.Max(_job.RunOfA.Padded(length), _job.RunOfB.Padded(length));
        }

        return padded;
    }

    private void Tell(in BlockGroup a, in BlockGroup b, int m, int n, int sum)
    {
        for (var i = 0; i < a.Masks.Length; i++)
        {
            var products = System.Numerics.BitOperations.PopCount(a.Masks[i] & b.Masks[i]);
            _probe!.Tell(
                "lanes",
                Invariant($"row {m} block {i}"),
                Invariant($"A keeps {a.Masks[i]:b8}, B column {n} keeps {b.Masks[i]:b8}: {products} products in {_cyclesPerStep} cycles"));
        }

        _probe!.Tell("register file", Invariant($"z[{m},{n}]"), Invariant($"{sum}"));
    }
}
