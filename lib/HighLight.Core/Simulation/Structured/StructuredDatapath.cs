using HighLight.Evaluation;
using HighLight.Simulation.Parts;
using HighLight.Tensors;

namespace HighLight.Simulation.Structured;

/// <summary>
/// The datapath of TC, STC, HighLight and DSSO: A stays in registers, 64 rows of M × 16 lanes of K; columns of B stream past and are broadcast along M; Z stays in the register files while K is
/// walked. Which parts do anything is a matter of the operands' patterns.
/// </summary>
internal sealed class StructuredDatapath : IDatapath
{
    /// <summary>How near expected values must come to real zeros (the requirement, as a mean at 1024×1024×64).</summary>
    private const double Tolerance = 0.02;

    private readonly SimulationSetup _setup;
    private readonly StructuredPlan _plan;
    private readonly ActionCounters _counters = new();
    private readonly UtilisationRecorder _clock;
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
    private readonly long[] _stalls = new long[Stalls.Causes.Length];
    private readonly byte[] _words;
    private long _exposedLoadCycles;
    private int _columnsToHideLoad = int.MaxValue;

    public StructuredDatapath(SimulationSetup setup)
    {
        _setup = setup;
        _plan = StructuredPlan.Of(setup);
        var (design, gemm) = (setup.Design, setup.Gemm);
        var array = design.Array;
        _clock = new UtilisationRecorder(array.Multipliers, setup.Request.UtilisationBuckets);
        _probe = Probe.For(setup.Request.Trace, _clock);
        var decoderOfA = _plan.PatternA is null ? null : new GroupDecoder(_plan.PatternA);
        var decoderOfB = _plan.PatternB is null ? null : new GroupDecoder(_plan.PatternB);
        _dram = new DramImage(setup, _plan, decoderOfA);
        _buffer = new BufferedTiles(design.WordBits, _counters, _probe);
        _fetch = new VariableFetchUnit(new BufferPort(design.GlobalBuffer), _plan.FetchBufferWords, _counters, _probe);
        _unpacking = new UnpackingUnit(_plan.StepLength, decoderOfB, _counters, _probe);
        _panel = new StepPanel(_plan.StepLength, design.ReuseOfA);
        _registers = new RegisterArray(array.SpatialM, _plan.EntriesPerRow, _plan.StepLength, _counters, _probe);
        _selection = new RankOneSelection(_plan.PatternA, design.A, _counters, _probe);
        _elements = new ProcessingElements(_plan.PatternA, design.A, _plan.GatesB, _counters, _probe);
        _sums = new PartialSums(array.SpatialM, design.ReuseOfA, design.Accumulation.Files, _counters, _probe);
        _output = new CompressionUnit(design, gemm.M, gemm.N, _counters, _probe);
        _words = new byte[_plan.MostWordsOfB];
    }

    /// <inheritdoc/>
    public Claim ClaimOf(string quantity) => quantity switch
    {
        // Which words of B a row of A selects is chance, and so how many of them are zero.
        nameof(AccessCounts.MacsDone) or nameof(AccessCounts.MacsGated) or nameof(AccessCounts.RegisterAccesses) when _plan.GatesB => Claim.Statistical(Tolerance),

        // A port that all share, or one row a cycle where a step takes more, may keep the array waiting at one time and be idle at another.
        nameof(CycleBounds.Cycles) when _setup.Design.GlobalBuffer.SharedPortWords is not null || _plan.MostWordsOfB > _plan.RowWords => Claim.Statistical(Tolerance),
        _ => Claim.Exact,
    };

    /// <inheritdoc/>
    public DatapathRun Run()
    {
        var (gemm, mapping) = (_setup.Gemm, _setup.Mapping);
        var (outer, inner) = !mapping.NEnclosesM ? ((gemm.M, mapping.TileM), (gemm.N, mapping.TileN)) : ((gemm.N, mapping.TileN), (gemm.M, mapping.TileM));
        for (var o = 0; o < outer.Item1; o += outer.Item2)
        {
            for (var i = 0; i < inner.Item1; i += inner.Item2)
            {
                var (m, n) = !mapping.NEnclosesM ? (o, i) : (i, o);
                for (var k = 0; k < gemm.K; k += mapping.TileK)
                {
                    RunTile(_dram.TileOfA(m, k), _dram.TileOfB(k, n), isFirstOfK: k == 0, isLastOfK: k + mapping.TileK >= gemm.K, Math.Min(mapping.TileK, gemm.K - k));
                }
            }
        }

        _output.Finish();
        _fetch.Report();
        _selection.Report();
        _elements.Report();
        _counters.Report("operand registers", "load cycles not hidden", _exposedLoadCycles);
        _buffer.Report();
        return new(Matrix<int>.Wrap(gemm.M, gemm.N, _output.Words), _counters.ToCounts(), new Stalls(_stalls), _clock.Cycles, _clock.ToProfile());
    }

    private void RunTile(StationaryTile a, StreamedTile b, bool isFirstOfK, bool isLastOfK, int lengthK)
    {
        _buffer.Hold(a, b);
        for (var row = 0; row < a.Rows; row += _setup.Design.Array.SpatialM)
        {
            var rows = Math.Min(_setup.Design.Array.SpatialM, a.Rows - row);
            foreach (var chunk in b.Chunks)
            {
                if (isFirstOfK)
                {
                    _sums.Begin();
                }

                RunPass(a, row, rows, chunk, lengthK);
                for (var r = 0; isLastOfK && r < rows; r++)
                {
                    _output.Take(a.FirstRow + row + r, chunk.FirstColumn, _sums.Drain(r, chunk.Columns));
                }
            }
        }
    }

    /// <summary>Walks the part of K in the buffer for one tile of Z.</summary>
    private void RunPass(StationaryTile a, int row, int rows, StreamedChunk chunk, int lengthK)
    {
        _fetch.Begin(chunk);
        var padded = _plan.Padded(lengthK);
        for (var s = 0; s < chunk.Steps.Length; s++)
        {
            var first = s * _plan.StepLength;
            var positions = Math.Min(_plan.StepLength, padded - first);
            Load(a, row, rows, first, positions, chunk.Columns);
            Clear(chunk.Steps[s].Length, positions);
            RunStep(chunk, chunk.Steps[s], positions, a.FirstRow + row);
            _sums.EndStep();
        }
    }

    private void RunStep(StreamedChunk chunk, StreamedStep step, int positions, int firstRow)
    {
        for (var n = 0; n < chunk.Columns; n++)
        {
            var words = _words.AsSpan(0, UnpackingUnit.WordsOf(step, n));
            Wait(StallCause.BufferPort, _fetch.Take(words));
            _unpacking.Unpack(step, n, words, _panel);
            var (done, gated) = _elements.Cycle(_registers, _unpacking, positions);
            _selection.Cycle(done + gated, _registers);
            var conflicts = _sums.Cycle(_registers.Rows);
            if (_probe is not null)
            {
                _elements.Tell(_registers, _unpacking, _panel, n, firstRow, step.FirstK, chunk.FirstColumn + n);
                ProcessingElements.Multiply(_registers, _panel, n, 1, _sums);
                _sums.Tell(_registers.Rows, n, firstRow, chunk.FirstColumn + n);
            }

            _clock.Cycle(done, gated);
            Wait(StallCause.BankConflict, conflicts);
        }

        if (_probe is null)
        {
            ProcessingElements.Multiply(_registers, _panel, 0, chunk.Columns, _sums);
        }
    }

    /// <summary>Loads the registers while the step before computes; what that does not hide is reported apart, since transfers are taken to overlap.</summary>
    private void Load(StationaryTile a, int row, int rows, int first, int positions, int columns)
    {
        var (words, bits) = _registers.Load(a, row, rows, first, positions);
        var bytes = (words * _setup.Design.WordBits / 8) + ((bits + 7) / 8);
        var cycles = (bytes + _setup.Design.GlobalBuffer.RowBytes - 1) / _setup.Design.GlobalBuffer.RowBytes;
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

    private void Wait(StallCause cause, int cycles)
    {
        if (cycles > 0)
        {
            _stalls[(int)cause] += cycles;
            _clock.Idle(cycles);
        }
    }
}
