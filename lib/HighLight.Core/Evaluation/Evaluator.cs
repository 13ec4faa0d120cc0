using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// Evaluates GEMMs with given operands on one design: closed-form counts of every action over the nest that ASSUMPTIONS.md describes, from them cycles and energy. Everything that
/// does not depend on shape and mapping is worked out once, here.
/// </summary>
public sealed class Evaluator
{
    private readonly EnergyRates _rates;
    private readonly OperandExecution _a;
    private readonly OperandExecution _b;
    private readonly OperandTraffic _trafficA;
    private readonly OperandTraffic _trafficB;
    private readonly OutputTraffic _output;
    private readonly double _liveA;
    private readonly double _liveB;
    private readonly double _stepsPerTile;
    private readonly TiledSteps? _tilesA;
    private readonly TiledSteps? _tilesB;
    private readonly int _reductionPerStep;
    private readonly int _cyclesPerStep;
    private readonly double[] _valuesPassedOn;

    /// <summary>Prepares a design for two operands.</summary>
    /// <param name="design">The design.</param>
    /// <param name="technology">Energies and areas.</param>
    /// <param name="a">Operand A, weights; patterns lie along K.</param>
    /// <param name="b">Operand B, activations; patterns lie along K.</param>
    /// <param name="outputDensity">Share of nonzeros in Z as it is written, 0..1; 1 where it is not known.</param>
    /// <param name="shortcutDensity">Share of nonzeros of a tensor as large as Z that is read and added to it, 0..1; null where none is.</param>
    /// <param name="layoutOfA">How A lies in memory; null: as a matrix. With another layout only the GEMM of that layout can be evaluated.</param>
    /// <param name="layoutOfB">The same of B.</param>
    /// <exception cref="InvalidDesignException">The design breaks a rule; all that are broken are listed.</exception>
    /// <exception cref="UnsupportedOperandException">The design refuses an operand.</exception>
    /// <exception cref="MissingTechnologyException">The table lacks a component of the design.</exception>
    public Evaluator(
        Accelerator design,
        TechnologyTable technology,
        OperandDensity a,
        OperandDensity b,
        double outputDensity = 1,
        double? shortcutDensity = null,
        OperandLayout? layoutOfA = null,
        OperandLayout? layoutOfB = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(technology);
        Design = design;
        _rates = EnergyRates.Of(design, technology);
        (layoutOfA, layoutOfB) = (layoutOfA ?? OperandLayout.Matrix, layoutOfB ?? OperandLayout.Matrix);
        _a = OperandExecution.Of(a, design.A, design.WordBits, "A", layoutOfA.SegmentLength);
        _b = OperandExecution.Of(b, design.B, design.WordBits, "B", layoutOfB.SegmentLength);
        _trafficA = new OperandTraffic(_a, layoutOfA);
        _trafficB = new OperandTraffic(_b, layoutOfB);
        _output = new OutputTraffic(design, outputDensity, shortcutDensity);
        (_liveA, _liveB) = (Live(_a, _trafficA), Live(_b, _trafficB));
        (_reductionPerStep, _cyclesPerStep) = ReductionSteps(design, _a, _b);
        _valuesPassedOn = [.. Enumerable.Range(0, _rates.SafsPerSelectedBlockValue.Length).Select(rank => ValuesPassedOn(_a.Served, rank))];
        if (design.Skipping is SkippingScheme.OuterProduct outer)
        {
            _tilesA = new TiledSteps(outer.TileA, outer.LanesA, _liveA);
            _tilesB = new TiledSteps(outer.TileB, outer.LanesB, _liveB);
            _stepsPerTile = outer.ByMeanUtilisation
                ? CyclesPerMac(outer, design.Array.Multipliers, _liveA, _liveB)
                : _tilesA.PerTile * _tilesB.PerTile * outer.LanesA * outer.LanesB / design.Array.Multipliers;
            _stepsPerTile *= outer.ChargesConflicts ? AccumulationConflicts.Fitted.SlowDown(outer, design.Array.Multipliers, _liveA, _liveB) : 1;
        }
    }

    /// <summary>The design.</summary>
    public Accelerator Design { get; }

    /// <summary>How it runs operand A.</summary>
    public OperandExecution A => _a;

    /// <summary>How it runs operand B.</summary>
    public OperandExecution B => _b;

    /// <summary>Values of A stored for each value of it, with what pads groups: its effective density.</summary>
    /// <param name="reduction">K of the GEMM.</param>
    public double StoredDensityOfA(int reduction) => _trafficA.Reduction(reduction, reduction) * _a.StoredShare / reduction;

    /// <summary>The same of B, its padding in an image aside.</summary>
    /// <param name="reduction">K of the GEMM.</param>
    public double StoredDensityOfB(int reduction) => _trafficB.Reduction(reduction, reduction) * _b.StoredShare / reduction;

    /// <summary>Columns of K that one step of the array takes.</summary>
    public int ReductionPerStep => _reductionPerStep;

    /// <summary>Cycles that one step takes: 1, or the values that a block of B may keep where they are taken one a cycle.</summary>
    public int CyclesPerStep => _cyclesPerStep;

    /// <summary>Bytes of the buffer that a tile of A and one of B take, data and metadata apart.</summary>
    public (double DataBytes, double MetadataBytes) BufferNeed(in Mapping mapping)
    {
        double a = _trafficA.InBuffer(mapping.TileM, mapping.TileK), b = _trafficB.InBuffer(mapping.TileN, mapping.TileK);
        return (
            ((a * _a.StoredShare) + (b * _b.StoredShare)) * Design.WordBits / 8,
            ((a * _a.MetadataBitsPerValue) + (b * _b.MetadataBitsPerValue)) / 8);
    }

    /// <summary>A bound from above on the part of K that fits beside each other in tiles of so many rows and columns: nothing is padded.</summary>
    internal double MostOfK(int tileM, int tileN)
    {
        double a = _trafficA.InBufferPerColumn(tileM), b = _trafficB.InBufferPerColumn(tileN);
        var data = ((a * _a.StoredShare) + (b * _b.StoredShare)) * Design.WordBits / 8;
        var metadata = ((a * _a.MetadataBitsPerValue) + (b * _b.MetadataBitsPerValue)) / 8;
        return Math.Min(Design.GlobalBuffer.CapacityBytes / data, metadata == 0 ? double.PositiveInfinity : Design.GlobalBuffer.MetadataCapacityBytes / metadata);
    }

    /// <summary>The largest tile of M or N, up to <paramref name="most"/>, that fits beside a tile of the other and a part of K; 0 where none does.</summary>
    internal int LargestBeside(int other, int tileK, int most, bool isM)
    {
        if (_trafficA.IsImage || _trafficB.IsImage)
        {
            return LargestByBisection(other, tileK, most, isM);
        }

        // Need grows by the same amount with each row; the last step settles what rounding leaves open.
        double a = _trafficA.InBuffer(1, tileK), b = _trafficB.InBuffer(1, tileK);
        var (own, beside, ownExecution, besideExecution) = isM ? (a, b, _a, _b) : (b, a, _b, _a);
        var fits = Math.Min(
            Left(Design.GlobalBuffer.CapacityBytes * 8.0, Design.WordBits * besideExecution.StoredShare, Design.WordBits * ownExecution.StoredShare),
            Left(Design.GlobalBuffer.MetadataCapacityBytes * 8.0, besideExecution.MetadataBitsPerValue, ownExecution.MetadataBitsPerValue));
        var tile = (int)Math.Clamp(fits, 0, most);
        while (tile > 0 && !FitsBeside(tile, other, tileK, isM))
        {
            tile--;
        }

        return tile;

        double Left(double bits, double bitsBeside, double bitsOwn)
        {
            var left = bits - (other * beside * bitsBeside);
            return left < 0 ? 0 : bitsOwn == 0 ? most : left / (own * bitsOwn);
        }
    }

    /// <summary>Whether the tiles of a mapping fit the global buffer.</summary>
    public bool Fits(in Mapping mapping)
    {
        var (data, metadata) = BufferNeed(mapping);
        return data <= Design.GlobalBuffer.CapacityBytes && metadata <= Design.GlobalBuffer.MetadataCapacityBytes;
    }

    /// <summary>What is wrong with a mapping of a GEMM; null where the design can run it.</summary>
    public string? ProblemOf(in Gemm gemm, in Mapping mapping)
    {
        if (ProblemOfTiles(gemm, mapping) is { } problem)
        {
            return problem;
        }

        var (data, metadata) = BufferNeed(mapping);
        return Fits(mapping) ? null : Invariant(
            $"its tiles need {data:0} bytes of data and {metadata:0} of metadata; the global buffer of {Design} has {Design.GlobalBuffer.CapacityBytes} and {Design.GlobalBuffer.MetadataCapacityBytes}. Take smaller tiles, or leave the mapping to the mapper.");
    }

    /// <summary>Whether partial sums leave the register files before they are done: K is cut, and the walk leaves a tile of Z, or it exceeds the files.</summary>
    public bool SpillsSums(in Gemm gemm, in Mapping mapping) => SpillsSums(gemm, mapping, Loops(gemm, mapping));

    /// <summary>Evaluates a GEMM with a mapping. Allocates nothing.</summary>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="mapping">The tiles in the buffer; they need not divide the GEMM. That they fit is the caller's affair (<see cref="Fits"/>).</param>
    /// <exception cref="MappingException">The GEMM has no size, a tile none, or the mapping spills partial sums and does not say so.</exception>
    public EvaluationResult Evaluate(in Gemm gemm, in Mapping mapping)
    {
        var loops = Loops(gemm, mapping);
        var spills = SpillsSums(gemm, mapping, loops);
        if (!HasSizes(gemm, mapping) || (spills && !mapping.SpillsZ))
        {
            throw new MappingException(gemm, mapping, ProblemOfTiles(gemm, mapping)!);
        }

        double m = gemm.M, k = gemm.K, n = gemm.N;
        var macs = m * k * n;
        var array = Design.Array;

        // What is computed: structure leaves a share of K, padding of its groups included; outer products leave the nonzeros of both operands.
        var perStep = (double)_reductionPerStep;
        var steps = Math.Max(_trafficA.Steps(gemm.K, mapping.TileK, perStep), _trafficB.Steps(gemm.K, mapping.TileK, perStep)) * _a.Passes * _b.Passes;
        double skippable, done, executed, compute, accumulations;
        if (Design.Skipping is SkippingScheme.OuterProduct outer)
        {
            skippable = macs;
            executed = macs * _liveA * _liveB;
            done = executed;
            compute = outer.ByMeanUtilisation
                ? macs * _stepsPerTile
                : _tilesA!.WholeTiles(m, mapping.TileM) * _tilesB!.WholeTiles(n, mapping.TileN) * k * _stepsPerTile;
            accumulations = executed;
        }
        else
        {
            var shareOfB = Design.Skipping is SkippingScheme.TimeUnrolled unrolled ? (double)_cyclesPerStep / unrolled.Block : _b.ComputedShare;
            skippable = m * Math.Max(_trafficA.Reduction(gemm.K, mapping.TileK), _trafficB.Reduction(gemm.K, mapping.TileK)) * n;
            executed = skippable * _a.ComputedShare * shareOfB;
            done = executed
                * (_a.GatesZeros ? _a.NonzeroShareOfComputed * _trafficA.ImageShare : 1)
                * (_b.GatesZeros ? _b.NonzeroShareOfComputed * _trafficB.ImageShare * _trafficA.PresentShare(gemm.K, mapping.TileK) : 1);
            compute = Passes(m, mapping.TileM, array.SpatialM) * Passes(n, mapping.TileN, array.SpatialN) * steps * _cyclesPerStep;
            accumulations = m * n * steps;
        }

        // Traffic out of the buffer: each word of A serves ReuseOfA columns, each of B ReuseOfB rows, or the tile where that is smaller. An operand in two halves meets the other twice.
        var passesA = Passes(n, mapping.TileN, Design.ReuseOfA) * _b.Passes;
        var passesB = Passes(m, mapping.TileM, Design.ReuseOfB) * _a.Passes;
        double valuesA = _trafficA.Walk(m, gemm.K, mapping.TileK), valuesB = _trafficB.Walk(n, gemm.K, mapping.TileK);
        double dataA = valuesA * _a.StoredShare, dataB = valuesB * _b.StoredShare;
        double metadataA = valuesA * _a.MetadataBitsPerValue, metadataB = valuesB * _b.MetadataBitsPerValue;

        // Traffic into it: the operand whose tile stays is read once, the other one for every tile of the outer loop.
        double filledA = _trafficA.Fill(m, mapping.TileM, gemm.K, mapping.TileK) * loops.ReadsOfA;
        double filledB = _trafficB.Fill(n, mapping.TileN, gemm.K, mapping.TileK) * loops.ReadsOfB;
        double readA = filledA * _a.StoredShare, readB = filledB * _b.StoredShare;
        var readMetadata = (filledA * _a.MetadataBitsPerValue) + (filledB * _b.MetadataBitsPerValue);

        // The first visit of a tile of Z writes its sums, the later ones read them and all but the last write them again.
        var spilled = spills ? m * n * (loops.K - 1) : 0;

        // An outer product reads a value once for a whole warp tile, the last one of a tile in the buffer included, however few products it has there.
        var (sharedA, sharedB) = Design.Skipping is SkippingScheme.OuterProduct tiles
            ? (m * k * (Passes(n, mapping.TileN, tiles.TileB) * tiles.TileB), Passes(m, mapping.TileM, tiles.TileA) * tiles.TileA * k * n)
            : (macs, macs);
        var registers = Design.Registers;
        var counts = new AccessCounts(
            MacsDone: done,
            MacsGated: executed - done,
            MacsSkipped: skippable - executed,
            RegisterAccesses: RegisterAccesses(registers, done, sharedA, sharedB, dataA * passesA, dataB * passesB),
            LocalAccumulatorAccesses: done * registers.AccumulatorAccessesPerMac,
            RegisterMetadataBits: RegisterMetadataBits(executed, sharedA, sharedB, valuesA * passesA, valuesB * passesB, metadataA, passesA),
            AccumulatorReads: accumulations + spilled,
            AccumulatorWrites: accumulations + spilled,
            BufferReadWordsA: dataA * passesA,
            BufferReadWordsB: dataB * passesB,
            BufferWriteWords: readA + readB,
            MetadataReadBits: (metadataA * passesA) + (metadataB * passesB),
            MetadataWriteBits: readMetadata,
            DramReadWordsA: readA,
            DramReadWordsB: readB,
            DramWriteWords: m * n * _output.WrittenShare,
            DramReadMetadataBits: readMetadata,
            DramWriteMetadataBits: m * n * _output.WrittenMetadataBits,
            DramReadWordsShortcut: m * n * _output.ShortcutShare,
            DramReadShortcutMetadataBits: m * n * _output.ShortcutMetadataBits,
            DramWriteSums: spilled,
            DramReadSums: spilled);
        return new EvaluationResult(gemm, mapping, counts, Bounds(counts, executed / array.Multipliers, compute), Energy(counts, macs, m * n, k * n * passesB));
    }

    /// <summary>
    /// A bound on the cost of a mapping from below, without evaluating it: all in one tile, and the DRAM traffic that the loops add.
    /// </summary>
    /// <param name="ideal">The evaluation of all in one tile, whether it fits or not.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="objective">What is minimised.</param>
    internal double CostBound(in EvaluationResult ideal, in Mapping mapping, Objective objective)
    {
        var gemm = ideal.Gemm;
        var loops = Loops(gemm, mapping);
        var sums = SpillsSums(gemm, mapping, loops) ? (double)gemm.M * gemm.N * (loops.K - 1) * Design.SpilledSumBits : 0;
        var reads = (((ideal.Counts.DramReadWordsA * (loops.ReadsOfA - 1)) + (ideal.Counts.DramReadWordsB * (loops.ReadsOfB - 1))) * Design.WordBits) + sums;
        var energy = ideal.EnergyPj + ((reads + sums) * _rates.DramBit);
        var cycles = Math.Max(
            Math.Max(ideal.Bounds.Compute, ideal.Bounds.Buffer),
            Math.Max(
                ideal.Bounds.DramRead + (reads / 8 / Design.Dram.ReadBytesPerCycle),
                ideal.Bounds.DramWrite + (sums / 8 / Design.Dram.WriteBytesPerCycle)));

        // Sums in another order may round to a little more.
        const double Rounding = 1 - 1e-12;
        return Rounding * (objective switch
        {
            Objective.Energy => energy,
            Objective.Cycles => cycles,
            _ => energy * cycles,
        });
    }

    /// <summary>Columns of K that one step of the array takes, and the cycles it takes.</summary>
    private static (int Reduction, int Cycles) ReductionSteps(Accelerator design, OperandExecution a, OperandExecution b)
    {
        var lanes = design.Array.SpatialK;
        return design.Skipping switch
        {
            SkippingScheme.TimeUnrolled unrolled => (
                lanes * unrolled.Block * (unrolled.AlsoA && a.ComputedShare / a.Passes <= 0.5 ? 2 : 1),
                (int)Math.Ceiling(unrolled.Block * (b.Served is null ? b.SkipsAnyZeros ? b.Density : 1 : b.ComputedShare))),
            // Whole columns; the small term undoes the rounding of shares such as 1/3.
            _ => ((int)((lanes * a.Passes * b.Passes / (a.ComputedShare * b.ComputedShare)) + 1e-6), 1),
        };
    }

    /// <summary>A multiply's share of a cycle, by the mean utilisation of nonempty tiles whose zeros fall independently.</summary>
    private static double CyclesPerMac(SkippingScheme.OuterProduct outer, int multipliers, double liveA, double liveB)
    {
        var tileA = OccupancyDistribution.Binomial(outer.TileA, liveA);
        var tileB = OccupancyDistribution.Binomial(outer.TileB, liveB);
        return liveA * liveB / (multipliers * tileA.ExpectedUtilisation(outer.LanesA) * tileB.ExpectedUtilisation(outer.LanesB));
    }

    /// <summary>Share of an operand that is not skipped wherever it lies; padding of an image is zeros too.</summary>
    private static double Live(OperandExecution operand, OperandTraffic traffic) => operand.SkipsAnyZeros ? operand.Density * traffic.ImageShare : 1;

    /// <summary>How often the other operand is read while <paramref name="size"/> is walked in tiles, <paramref name="reuse"/> of a tile at a time.</summary>
    internal static double Passes(double size, double tile, double reuse)
    {
        var whole = Math.Floor(size / tile);
        return (whole * Math.Ceiling(tile / reuse)) + Math.Ceiling((size - (whole * tile)) / reuse);
    }

    private bool FitsBeside(int tile, int other, int tileK, bool isM) => Fits(isM ? new Mapping(tile, tileK, other, default) : new Mapping(other, tileK, tile, default));

    private int LargestByBisection(int other, int tileK, int most, bool isM)
    {
        if (FitsBeside(most, other, tileK, isM))
        {
            return most;
        }

        int fits = 0, fails = most;
        while (fails - fits > 1)
        {
            var middle = fits + ((fails - fits) / 2);
            (fits, fails) = FitsBeside(middle, other, tileK, isM) ? (middle, fails) : (fits, middle);
        }

        return fits;
    }

    private static bool HasSizes(in Gemm gemm, in Mapping mapping) => gemm.M > 0 && mapping is { TileM: > 0, TileK: > 0, TileN: > 0 };

    private DramLoops Loops(in Gemm gemm, in Mapping mapping) => new(
        mapping.Order,
        Math.Ceiling((double)gemm.M / mapping.TileM),
        Math.Max(_trafficA.Parts(gemm.K, mapping.TileK), _trafficB.Parts(gemm.K, mapping.TileK)),
        Math.Ceiling((double)gemm.N / mapping.TileN));

    private bool SpillsSums(in Gemm gemm, in Mapping mapping, in DramLoops loops) => loops.K > 1
        && (loops.LeaveSums || Math.Min(gemm.M, mapping.TileM) > Design.Accumulation.TileM || Math.Min(gemm.N, mapping.TileN) > Design.Accumulation.TileN);

    private string? ProblemOfTiles(in Gemm gemm, in Mapping mapping)
    {
        if (gemm.M < 1)
        {
            return "the GEMM is default(Gemm), which has no size. Write new Gemm(m, k, n), each 1 or more.";
        }

        if (!HasSizes(gemm, mapping))
        {
            return "its tiles must be 1 or more in M, K and N.";
        }

        return mapping.SpillsZ || !SpillsSums(gemm, mapping) ? null : Invariant(
            $"it cuts K, and partial sums leave the register files of {Design}, which hold a tile of {Design.Accumulation.TileM}×{Design.Accumulation.TileN}, before they are done. Take tiles of at most M{Design.Accumulation.TileM} and N{Design.Accumulation.TileN} with K innermost, all of K, or allow it: '{mapping with { SpillsZ = true }}'.");
    }

    private double RegisterAccesses(OperandRegisters registers, double done, double sharedA, double sharedB, double wordsA, double wordsB)
    {
        // An outer product reads each operand's nonzeros for many products at once; otherwise each multiply that is neither skipped nor gated reads its own.
        var reads = Design.Skipping is SkippingScheme.OuterProduct
            ? (sharedA * registers.ReadsPerMacOfA * _liveA) + (sharedB * registers.ReadsPerMacOfB * _liveB)
            : done * (registers.ReadsPerMacOfA + registers.ReadsPerMacOfB);
        return reads + (wordsA * registers.WritesPerWordOfA) + (wordsB * registers.WritesPerWordOfB);
    }

    private double RegisterMetadataBits(double executed, double sharedA, double sharedB, double valuesA, double valuesB, double metadataA, double passesA)
    {
        var registers = Design.Registers;
        if (registers.ReadsPerMacOfA >= 1)
        {
            // Offsets stay beside their values and steer the muxes of every multiply, also of one that is gated for what they select.
            return (_a.StoredShare == 0 ? 0 : executed * _a.MetadataBitsPerValue / _a.StoredShare) + (metadataA * passesA);
        }

        // Bitmaps cover every position, nonzero or not, and pass the registers as often as dense values would.
        var valuesPerAccess = (double)registers.AccessBits / Design.WordBits;
        return valuesPerAccess
            * ((_a.MetadataBitsPerValue * ((sharedA * registers.ReadsPerMacOfA) + (valuesA * registers.WritesPerWordOfA)))
                + (_b.MetadataBitsPerValue * ((sharedB * registers.ReadsPerMacOfB) + (valuesB * registers.WritesPerWordOfB))));
    }

    /// <summary>The cycles that each resource needs for counted actions.</summary>
    internal CycleBounds Bounds(in AccessCounts counts, double ideal, double compute)
    {
        var buffer = Design.GlobalBuffer;
        var bytesPerWord = Design.WordBits / 8.0;
        double Metadata(double bits) => bits / 8;
        double Sums(double sums) => sums * Design.SpilledSumBits / 8;
        var port = buffer.SharedPortWords is { } words
            ? (((counts.BufferReadWordsA + counts.BufferReadWordsB) * bytesPerWord) + Metadata(counts.MetadataReadBits)) / words
            : Math.Max(
                counts.BufferReadWordsB * bytesPerWord,
                ((counts.BufferReadWordsA + counts.BufferWriteWords) * bytesPerWord) + Metadata(counts.MetadataReadBits + counts.MetadataWriteBits)) / buffer.RowBytes;
        return new CycleBounds(
            ideal,
            compute,
            port,
            (((counts.DramReadWordsA + counts.DramReadWordsB + counts.DramReadWordsShortcut) * bytesPerWord) + Metadata(counts.DramReadMetadataBits + counts.DramReadShortcutMetadataBits) + Sums(counts.DramReadSums)) / Design.Dram.ReadBytesPerCycle,
            ((counts.DramWriteWords * bytesPerWord) + Metadata(counts.DramWriteMetadataBits) + Sums(counts.DramWriteSums)) / Design.Dram.WriteBytesPerCycle);
    }

    private EnergyBreakdown Energy(in AccessCounts counts, double macs, double outputs, double valuesOfB)
    {
        var bytesPerWord = Design.WordBits / 8.0;
        var dramMetadata = Design.Dram.ChargesMetadata ? counts.DramReadMetadataBits + counts.DramReadShortcutMetadataBits + counts.DramWriteMetadataBits : 0;
        return new EnergyBreakdown(
            Mac: (counts.MacsDone * _rates.Mac) + (counts.MacsGated * _rates.GatedMac),
            Registers: (counts.RegisterAccesses * _rates.Register) + (counts.LocalAccumulatorAccesses * _rates.LocalAccumulator) + (counts.RegisterMetadataBits * _rates.RegisterMetadataBit),
            Accumulation: (counts.AccumulatorReads * _rates.AccumulatorRead) + (counts.AccumulatorWrites * _rates.AccumulatorWrite),
            Buffer: bytesPerWord * (((counts.BufferReadWordsA + counts.BufferReadWordsB) * _rates.BufferReadByte) + (counts.BufferWriteWords * _rates.BufferWriteByte)),
            Metadata: (counts.MetadataReadBits * _rates.MetadataReadBit) + (counts.MetadataWriteBits * _rates.MetadataWriteBit),
            Dram: (((counts.DramReadWordsA + counts.DramReadWordsB + counts.DramReadWordsShortcut + counts.DramWriteWords) * Design.WordBits) + dramMetadata + ((counts.DramWriteSums + counts.DramReadSums) * Design.SpilledSumBits)) * _rates.DramBit,
            Safs: Safs(counts, macs, outputs, valuesOfB));
    }

    /// <summary>A selection of a rank passes on whole payloads, of which the ranks below pick what they keep.</summary>
    private double SelectedBlocks(double multiplies)
    {
        double energy = 0;
        for (var rank = 0; rank < _rates.SafsPerSelectedBlockValue.Length; rank++)
        {
            energy += multiplies * _valuesPassedOn[rank] * _rates.SafsPerSelectedBlockValue[rank];
        }

        return energy;
    }

    /// <summary>Values of a selected payload for each value that is multiplied.</summary>
    private static double ValuesPassedOn(HssPattern? served, int rank)
    {
        double values = 1;
        for (var below = 0; below < Math.Min(rank, served?.RankCount ?? 0); below++)
        {
            values *= 1 / served![below].Density.ToDouble();
        }

        return values;
    }

    private double Safs(in AccessCounts counts, double macs, double outputs, double valuesOfB)
    {
        var multiplies = counts.MacsDone + counts.MacsGated;
        var rowsOfB = counts.BufferReadWordsB * Design.WordBits / 8 / Design.GlobalBuffer.RowBytes;
        return (multiplies * _rates.SafsPerMultiply)
            + SelectedBlocks(multiplies)
            + (counts.BufferReadWordsA * _rates.SafsPerWordOfA)
            + (rowsOfB * _rates.SafsPerRowOfB)
            + (_b.MetadataBitsPerValue > 0 ? rowsOfB * _rates.SafsPerCompressedRowOfB : 0)
            + (valuesOfB * _rates.SafsPerValueOfB)
            + (outputs * _rates.SafsPerWordOfZ)
            + (macs * _rates.SafsPerDenseMultiply);
    }
}
