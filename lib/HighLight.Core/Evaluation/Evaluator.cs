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
        design.ThrowIfInvalid();
        Design = design;
        _rates = new EnergyRates(design, technology);
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

    /// <summary>Whether the tiles of a mapping fit the global buffer.</summary>
    public bool Fits(in Mapping mapping)
    {
        var (data, metadata) = BufferNeed(mapping);
        return data <= Design.GlobalBuffer.CapacityBytes && metadata <= Design.GlobalBuffer.MetadataCapacityBytes;
    }

    /// <summary>Evaluates a GEMM with a mapping. Allocates nothing.</summary>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="mapping">The tiles in the buffer; they need not divide the GEMM. That they fit is the caller's affair (<see cref="Fits"/>).</param>
    public EvaluationResult Evaluate(in Gemm gemm, in Mapping mapping)
    {
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
                : _tilesA!.WholeTiles(m) * _tilesB!.WholeTiles(n) * k * _stepsPerTile;
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
        var (fillsA, fillsB) = DramPasses(gemm, mapping);
        double filledA = _trafficA.Fill(m, mapping.TileM, gemm.K, mapping.TileK) * fillsA, filledB = _trafficB.Fill(n, mapping.TileN, gemm.K, mapping.TileK) * fillsB;
        double readA = filledA * _a.StoredShare, readB = filledB * _b.StoredShare;
        var readMetadata = (filledA * _a.MetadataBitsPerValue) + (filledB * _b.MetadataBitsPerValue);

        // An outer product reads a value once for a whole warp tile, the last one of a dimension included, however few products it has there.
        var (sharedA, sharedB) = Design.Skipping is SkippingScheme.OuterProduct tiles
            ? (m * k * (Math.Ceiling(n / tiles.TileB) * tiles.TileB), Math.Ceiling(m / tiles.TileA) * tiles.TileA * k * n)
            : (macs, macs);
        var registers = Design.Registers;
        var counts = new AccessCounts(
            MacsDone: done,
            MacsGated: executed - done,
            MacsSkipped: skippable - executed,
            RegisterAccesses: RegisterAccesses(registers, done, sharedA, sharedB, dataA * passesA, dataB * passesB),
            LocalAccumulatorAccesses: done * registers.AccumulatorAccessesPerMac,
            RegisterMetadataBits: RegisterMetadataBits(executed, sharedA, sharedB, valuesA * passesA, valuesB * passesB, metadataA, passesA),
            AccumulatorReads: accumulations,
            AccumulatorWrites: accumulations,
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
            DramReadShortcutMetadataBits: m * n * _output.ShortcutMetadataBits);
        return new EvaluationResult(gemm, mapping, counts, Bounds(counts, executed / array.Multipliers, compute), Energy(counts, macs, m * n, k * n * passesB));
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

    private static (double A, double B) DramPasses(in Gemm gemm, in Mapping mapping)
    {
        var tilesM = Math.Ceiling((double)gemm.M / mapping.TileM);
        var tilesN = Math.Ceiling((double)gemm.N / mapping.TileN);
        if (mapping.TileK < gemm.K)
        {
            // Neither operand stays: each tile of Z walks all of K.
            return (tilesN, tilesM);
        }

        return mapping.Order == DramLoopOrder.MOuter ? (1, tilesN == 1 ? 1 : tilesM) : (tilesM == 1 ? 1 : tilesN, 1);
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
        var port = buffer.SharedPortWords is { } words
            ? (((counts.BufferReadWordsA + counts.BufferReadWordsB) * bytesPerWord) + Metadata(counts.MetadataReadBits)) / words
            : Math.Max(
                counts.BufferReadWordsB * bytesPerWord,
                ((counts.BufferReadWordsA + counts.BufferWriteWords) * bytesPerWord) + Metadata(counts.MetadataReadBits + counts.MetadataWriteBits)) / buffer.RowBytes;
        return new CycleBounds(
            ideal,
            compute,
            port,
            (((counts.DramReadWordsA + counts.DramReadWordsB + counts.DramReadWordsShortcut) * bytesPerWord) + Metadata(counts.DramReadMetadataBits + counts.DramReadShortcutMetadataBits)) / Design.Dram.ReadBytesPerCycle,
            ((counts.DramWriteWords * bytesPerWord) + Metadata(counts.DramWriteMetadataBits)) / Design.Dram.WriteBytesPerCycle);
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
            Dram: (((counts.DramReadWordsA + counts.DramReadWordsB + counts.DramReadWordsShortcut + counts.DramWriteWords) * Design.WordBits) + dramMetadata) * _rates.DramBit,
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
