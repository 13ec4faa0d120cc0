using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The datapath of TC, STC, HighLight and DSSO: A stays in registers, 64 rows of M × 16 lanes of K; columns of B stream past and are
/// broadcast
/// along M; Z stays in the register files while K is walked. Which parts do anything is a matter of the operands' patterns.
/// </summary>
internal sealed class StructuredDatapath : IDatapath
{
    private readonly DatapathJob _job;
    private readonly StructuredPlan _plan;
    private readonly ActionCounters _counters;
    private readonly Probe? _probe;
    private readonly DramImage _dram;
    private readonly BufferedTiles _buffer;
    private readonly VariableFetchUnit _fetch;
    private readonly UnpackingUnit _unpacking;
    private readonly StepPanel _panel;
    private readonly RegisterArray _registers;
    private readonly RankOneSelection _selection;
    private readonly ProcessingElements _elements;
    private readonly PartialSums _sums;
    private readonly CompressionUnit _output;
    private readonly SpilledSums? _spilled;
    private readonly bool _keepsTile;
    private readonly byte[] _words;
    private long _exposedLoadCycles;
    private int _columnsToHideLoad = int.MaxValue;

    public StructuredDatapath(DatapathJob job, StructuredPlan plan)
    {
        _job = job;
        _plan = plan;
        _probe = job.Probe;
        _counters = new ActionCounters(job.Design.Levels);
        var (design, gemm, nest) = (job.Design, job.Gemm, job.Nest);
        int rows = Math.Min(design.Array.SpatialM, gemm.M), columns = Math.Min(design.ReuseOfA, gemm.N);
        var decoderOfA = plan.PatternA is null ? null : new GroupDecoder(plan.PatternA);
        var decoderOfB = plan.PatternB is null ? null : new GroupDecoder(plan.PatternB);
        _dram = new DramImage(job, plan, decoderOfA);
        _buffer = new BufferedTiles(design, _counters);
        var port = new BufferPort(job.SourceOf(KeptOperands.B), design.WordBits);
        _fetch = new VariableFetchUnit(port, plan.FetchBufferWords, _counters, _probe);
        _unpacking = new UnpackingUnit(plan.StepLength, decoderOfB, _counters, _probe);
        _panel = new StepPanel(plan.StepLength, columns);
        _registers = new RegisterArray(rows, plan.EntriesPerRow, plan.StepLength, _counters, _probe);
        _selection = new RankOneSelection(plan.PatternA, design.A, _counters, _probe);
        _elements = new ProcessingElements(plan.PatternA, design.A, plan.GatesB, _counters, _probe);
        _output = new CompressionUnit(design, gemm.M, gemm.N, _counters, _probe);
        _keepsTile = nest.CutsK && nest.FitsFiles(design.Accumulation);
        _spilled = job.SpillsSums ? new SpilledSums(job, _counters) : null;
        _sums = _keepsTile
            ? new(job, nest.TileM, nest.TileN, _output, _spilled, _counters)
            : new(job, rows, columns, _output, _spilled, _counters);
        _words = new byte[plan.MostWordsOfB];
    }

    /// <summary>Passes of the array over a chunk of B, each from the start of a row.</summary>
    public long ChunkPasses { get; private set; }

    /// <summary>Sizes of the datapath.</summary>
    public StructuredPlan Plan => _plan;

    /// <inheritdoc/>
    public DatapathRun Run()
    {
        var gemm = _job.Gemm;
        var fill = new StorageFill(_job, _dram.A, _dram.B, _counters);
        for (var walk = _job.Nest.Walk(); walk.MoveNext();)
        {
            fill.Load(walk);
            _spilled?.Enter(walk);
            RunTile(walk, _dram.TileOfA(walk.Innermost), _dram.TileOfB(walk.Innermost));
            _spilled?.Leave(walk);
        }

        _output.Finish();
        _fetch.Report();
        _selection.Report();
        _elements.Report();
        _counters.Report("operand registers", "load cycles not hidden", _exposedLoadCycles);
        _buffer.Report();
        return new(Matrix<int>.Wrap(gemm.M, gemm.N, _output.Words), _counters, _job.Clock);
    }

    /// <summary>Where K is cut and the files hold all sums of the tile, they wait there until the array turns to other ones.</summary>
    private void RunTile(NestWalk walk, StationaryTile a, StreamedTile b)
    {
        _buffer.Hold(a, b);
        var tile = walk.Innermost;
        bool isFirst = tile.FromK == 0, isLast = tile.ToK == _job.Gemm.K;
        if (_keepsTile && walk.Begins <= _job.Nest.LoopOfSums)
        {
            _sums.Enter(tile.FromM, tile.ToM, tile.FromN, tile.ToN, isFirst);
        }

        for (var row = 0; row < a.Rows; row += _job.Design.Array.SpatialM)
        {
            var rows = Math.Min(_job.Design.Array.SpatialM, a.Rows - row);
            foreach (var chunk in b.Chunks)
            {
                if (!_keepsTile)
                {
                    var m = a.FirstRow + row;
                    _sums.Enter(m, m + rows, chunk.FirstColumn, chunk.FirstColumn + chunk.Columns, isFirst);
                }

                RunPass(a, row, rows, chunk, tile.ToK - tile.FromK, isFirst);
                if (!_keepsTile)
                {
                    _sums.Leave(isLast);
                }
            }
        }

        if (_keepsTile && walk.Ends <= _job.Nest.LoopOfSums)
        {
            _sums.Leave(isLast);
        }
    }

    /// <summary>Walks the part of K in the buffer for the rows of the array and one chunk of columns.</summary>
    private void RunPass(StationaryTile a, int row, int rows, StreamedChunk chunk, int lengthK, bool isFirst)
    {
        ChunkPasses++;
        _fetch.Begin(chunk);
        var padded = _plan.Padded(lengthK);
        for (var s = 0; s < chunk.Steps.Length; s++)
        {
            var first = s * _plan.StepLength;
            var positions = Math.Min(_plan.StepLength, padded - first);
            Load(a, row, rows, first, positions, chunk.Columns);
            Clear(chunk.Steps[s].Length, positions);
            RunStep(chunk, chunk.Steps[s], positions, a.FirstRow + row, isFirst && s == 0);
        }
    }

    private void RunStep(StreamedChunk chunk, StreamedStep step, int positions, int firstRow, bool isNew)
    {
        for (var n = 0; n < chunk.Columns; n++)
        {
            var words = _words.AsSpan(0, UnpackingUnit.WordsOf(step, n));
            _job.Clock.WaitForPort(_fetch.Take(words));
            _unpacking.Unpack(step, n, words, _panel);
            var (done, gated) = _elements.Cycle(_registers, _unpacking, positions);
            _selection.Cycle(done + gated, _registers);
            var conflicts = _sums.Add(_registers.Rows, isNew);
            if (_probe is not null)
            {
                _elements.Tell(_registers, _unpacking, _panel, n, firstRow, step.FirstK, chunk.FirstColumn + n);
                ProcessingElements.Multiply(_registers, _panel, n, 1, _sums, firstRow, chunk.FirstColumn);
                _sums.Tell(firstRow, _registers.Rows, chunk.FirstColumn + n);
            }

            _job.Clock.Work(done, gated);
            _job.Clock.WaitForBank(conflicts);
        }

        if (_probe is null)
        {
            ProcessingElements.Multiply(_registers, _panel, 0, chunk.Columns, _sums, firstRow, chunk.FirstColumn);
        }
    }

    /// <summary>
    /// Loads the registers while the step before computes; what that does not hide is reported apart, since transfers are taken to
    /// overlap.
    /// </summary>
    private void Load(StationaryTile a, int row, int rows, int first, int positions, int columns)
    {
        var (words, bits) = _registers.Load(a, row, rows, first, positions);
        var bytes = (words * _job.Design.WordBits / 8) + ((bits + 7) / 8);
        var rowBytes = _job.SourceOf(KeptOperands.A).RowBytes;
        var cycles = (bytes + rowBytes - 1) / rowBytes;
        _exposedLoadCycles += Math.Max(0, cycles - _columnsToHideLoad);
        _columnsToHideLoad = columns;
    }

    /// <summary>Positions behind the last row of B hold no word.</summary>
    private void Clear(int length, int positions)
    {
        if (positions > length)
        {
            _panel.Words.AsSpan(length * _panel.Stride, (positions - length) * _panel.Stride).Clear();
        }
    }
}
