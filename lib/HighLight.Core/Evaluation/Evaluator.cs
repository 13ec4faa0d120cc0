using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// Evaluates GEMMs with given operands on one design: closed-form counts of every action over the nest that ASSUMPTIONS.md describes, from them cycles and energy. Everything that
/// does not depend on shape and mapping is worked out once, here.
/// </summary>
public sealed class Evaluator
{
    private readonly TechnologyTable _technology;
    private readonly double _outputDensity;
    private readonly double? _shortcutDensity;
    private readonly OperandLayout? _layoutOfA;
    private readonly OperandLayout? _layoutOfB;
    private readonly EnergyModel _energy;
    private readonly BufferRoom _room;
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
        (_technology, _outputDensity, _shortcutDensity, _layoutOfA, _layoutOfB) = (technology, outputDensity, shortcutDensity, layoutOfA, layoutOfB);
        var rates = EnergyRates.Of(design, technology);
        (layoutOfA, layoutOfB) = (layoutOfA ?? OperandLayout.Matrix, layoutOfB ?? OperandLayout.Matrix);
        _a = OperandExecution.Of(a, design.A, design.WordBits, "A", layoutOfA.SegmentLength);
        _b = OperandExecution.Of(b, design.B, design.WordBits, "B", layoutOfB.SegmentLength);
        if (design.Skipping is SkippingScheme.Structured && DualSkipping.ProblemOf(_a, _b) is { } problem)
        {
            throw new UnsupportedOperandException("B", b, problem);
        }

        _trafficA = new OperandTraffic(_a, layoutOfA);
        _trafficB = new OperandTraffic(_b, layoutOfB);
        _output = new OutputTraffic(design, outputDensity, shortcutDensity);
        (_liveA, _liveB) = (Live(_a, _trafficA), Live(_b, _trafficB));
        (_reductionPerStep, _cyclesPerStep) = ReductionSteps(design, _a, _b);
        _energy = new EnergyModel(design, rates, _a, _b);
        _room = new BufferRoom(design, _a, _b, _trafficA, _trafficB);
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

    /// <summary>The same operands on another design.</summary>
    internal Evaluator For(Accelerator design) =>
        new(design, _technology, _a.Operand, _b.Operand, _outputDensity, _shortcutDensity, _layoutOfA, _layoutOfB);

    /// <summary>Bytes of the global buffer that its tiles take, data and metadata apart.</summary>
    public (double DataBytes, double MetadataBytes) BufferNeed(in Mapping mapping) => _room.NeedOfBuffer(mapping);

    /// <summary>Bytes that the tiles of a level take, data and metadata apart.</summary>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="mapping">A mapping with a tile for each level on chip.</param>
    /// <param name="level">The level's place in <see cref="Accelerator.Levels"/>, 1 or more: the outermost holds everything.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level, or no tile of it.</exception>
    public (double DataBytes, double MetadataBytes) Need(in Gemm gemm, in Mapping mapping, int level) => _room.Need(gemm, mapping, level);

    /// <summary>
    /// All in one tile, whether it fits or not, and of an outer product the fewest steps of any tiles: no mapping costs less.
    /// </summary>
    internal EvaluationResult LeastCost(in Gemm gemm)
    {
        var whole = Evaluate(gemm, new Mapping(gemm.M, gemm.K, gemm.N, DramLoopOrder.MOuter));
        return _tilesA is null || ((SkippingScheme.OuterProduct)Design.Skipping!).ByMeanUtilisation
            ? whole
            : whole with
            {
                Bounds = whole.Bounds with { Compute = _tilesA.FewestTiles(gemm.M) * _tilesB!.FewestTiles(gemm.N) * gemm.K * _stepsPerTile },
            };
    }

    /// <summary>
    /// Sizes of tiles of A that an outer product takes best: a cut warp tile, a whole one, the lanes of a step; null for other products.
    /// </summary>
    internal (int Cut, int Whole, int Lanes)? WarpTileOfA =>
        _tilesA is { } tiles ? (tiles.Densest, tiles.Whole, ((SkippingScheme.OuterProduct)Design.Skipping!).LanesA) : null;

    /// <summary>The same of B.</summary>
    internal (int Cut, int Whole, int Lanes)? WarpTileOfB =>
        _tilesB is { } tiles ? (tiles.Densest, tiles.Whole, ((SkippingScheme.OuterProduct)Design.Skipping!).LanesB) : null;

    /// <summary>Whether the tiles of a mapping fit the global buffer.</summary>
    public bool Fits(in Mapping mapping) => _room.Fits(mapping);

    /// <summary>A bound from above on the part of K that fits beside each other in tiles of so many rows and columns: nothing is padded.</summary>
    internal double MostOfK(int tileM, int tileN) => _room.MostOfK(tileM, tileN);

    /// <summary>The largest tile of M or N, up to <paramref name="most"/>, that fits beside a tile of the other and a part of K; 0 where none does.</summary>
    internal int LargestBeside(int other, int tileK, int most, bool isM) => _room.LargestBeside(other, tileK, most, isM);

    /// <summary>What is wrong with a mapping of a GEMM; null where the design can run it.</summary>
    public string? ProblemOf(in Gemm gemm, in Mapping mapping) => MappingRules.ProblemOf(this, gemm, mapping);

    /// <summary>Whether partial sums leave the register files before they are done: K is cut, and the walk leaves a tile of Z, or it exceeds the files.</summary>
    public bool SpillsSums(in Gemm gemm, in Mapping mapping) => new TileNest(this, gemm, mapping).VisitsOfSums > 1;

    /// <summary>Parts of K that tiles of so many columns make.</summary>
    internal double PartsOfK(in Gemm gemm, int tileK) => Math.Max(_trafficA.Parts(gemm.K, tileK), _trafficB.Parts(gemm.K, tileK));

    /// <summary>Whether parts of K of an outer level hold whole ones of an inner level.</summary>
    internal bool NestsInK(in Gemm gemm, int outerK, int innerK) => _trafficA.Nests(gemm.K, outerK, innerK) && _trafficB.Nests(gemm.K, outerK, innerK);

    /// <summary>Evaluates a GEMM with a mapping. Allocates nothing.</summary>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="mapping">The tiles, one for each level on chip; they need not divide the GEMM. That they fit is the caller's affair (<see cref="ProblemOf"/>).</param>
    /// <exception cref="MappingException">The GEMM has no size, a tile none, tiles do not nest, or the mapping spills partial sums and does not say so.</exception>
    public EvaluationResult Evaluate(in Gemm gemm, in Mapping mapping)
    {
        var result = new EvaluationResult(gemm, mapping);
        Evaluate(gemm, mapping, ref result);
        return result;
    }

    /// <summary>The same, in place.</summary>
    private void Evaluate(in Gemm gemm, in Mapping mapping, ref EvaluationResult result)
    {
        if (!MappingRules.HasSizes(gemm, mapping) || mapping.OuterCount != Design.Levels.Count - 2)
        {
            throw new MappingException(gemm, mapping, MappingRules.ProblemOfTiles(this, gemm, mapping)!);
        }

        var nest = new TileNest(this, gemm, mapping);
        if (((nest.VisitsOfSums > 1 && !mapping.SpillsZ) || mapping.OuterCount > 0)
            && MappingRules.ProblemOfTiles(this, gemm, mapping) is { } problem)
        {
            throw new MappingException(gemm, mapping, problem);
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

        // The first visit of a tile of Z writes its sums, the later ones read them and all but the last write them again.
        var outputs = m * n;
        var spilled = outputs * (nest.VisitsOfSums - 1);

        // An outer product reads a value once for a whole warp tile, the last one of a tile in the buffer included, however few products it has there.
        var (sharedA, sharedB) = Design.Skipping is SkippingScheme.OuterProduct tiles
            ? (m * k * (Passes(n, mapping.TileN, tiles.TileB) * tiles.TileB), Passes(m, mapping.TileM, tiles.TileA) * tiles.TileA * k * n)
            : (macs, macs);
        var registers = Design.Registers;
        ref var counts = ref result.CountsToWrite;
        counts.MacsDone = done;
        counts.MacsGated = executed - done;
        counts.MacsSkipped = skippable - executed;
        counts.RegisterAccesses = RegisterAccesses(registers, done, sharedA, sharedB, dataA * passesA, dataB * passesB);
        counts.LocalAccumulatorAccesses = done * registers.AccumulatorAccessesPerMac;
        counts.RegisterMetadataBits = RegisterMetadataBits(executed, sharedA, sharedB, valuesA * passesA, valuesB * passesB, metadataA, passesA);
        counts.AccumulatorReads = accumulations + spilled;
        counts.AccumulatorWrites = accumulations + spilled;
        counts.ShortcutReadWords = outputs * _output.ShortcutShare;
        counts.ShortcutReadMetadataBits = outputs * _output.ShortcutMetadataBits;
        counts.LevelCount = Design.Levels.Count;
        Fill(ref counts, gemm, mapping, nest, dataA * passesA, dataB * passesB, metadataA * passesA, metadataB * passesB, spilled);
        result.Bounds = CycleModel.Of(Design, counts, executed / array.Multipliers, compute);
        result.Energy = _energy.Of(counts, macs, outputs, dataA * passesA, dataB * passesB, k * n * passesB);
    }

    /// <summary>
    /// What every level moves, from the array outwards: a level that keeps an operand serves what is asked of it and asks the next one out for
    /// what fills it; the others pass the request on.
    /// </summary>
    private void Fill(
        ref AccessCounts counts,
        in Gemm gemm,
        in Mapping mapping,
        in TileNest nest,
        double wordsOfA,
        double wordsOfB,
        double metadataOfA,
        double metadataOfB,
        double sums)
    {
        var outputs = (double)gemm.M * gemm.N;
        var (z, zMetadata) = (outputs * _output.WrittenShare, outputs * _output.WrittenMetadataBits);
        for (var level = Design.Levels.Count - 1; level > 0; level--)
        {
            var storage = Design.Levels[level];
            var tile = mapping.TileOf(level);
            OperandAccesses a = default, b = default, ofZ = default;
            double sumsMoved = 0;
            if (storage.Holds(KeptOperands.A))
            {
                var filled = _trafficA.Fill(gemm.M, tile.M, gemm.K, mapping.TileK) * nest.ReadsOfA(level);
                a = new(wordsOfA, filled * _a.StoredShare, metadataOfA, filled * _a.MetadataBitsPerValue);
                (wordsOfA, metadataOfA) = (a.WriteWords, a.WriteMetadataBits);
            }

            if (storage.Holds(KeptOperands.B))
            {
                var filled = _trafficB.Fill(gemm.N, tile.N, gemm.K, mapping.TileK) * nest.ReadsOfB(level);
                b = new(wordsOfB, filled * _b.StoredShare, metadataOfB, filled * _b.MetadataBitsPerValue);
                (wordsOfB, metadataOfB) = (b.WriteWords, b.WriteMetadataBits);
            }

            if (storage.Holds(KeptOperands.Z))
            {
                // Sums come and go on both sides; Z is written once, when it is done, and passed on.
                var outwards = outputs * (nest.VisitsOfZ(level) - 1);
                (sumsMoved, sums) = (sums + outwards, outwards);
                ofZ = new(z, z, zMetadata, zMetadata);
            }

            counts.LevelToWrite(level) = new(a, b, ofZ, sumsMoved, sumsMoved);
        }

        counts.LevelToWrite(0) = new(
            new(wordsOfA, 0, metadataOfA, 0),
            new(wordsOfB, 0, metadataOfB, 0),
            new(0, z, 0, zMetadata),
            sums,
            sums);
    }

    /// <summary>
    /// A bound on the cost of a mapping from below, without evaluating it: all in one tile, and the DRAM traffic that the loops add.
    /// </summary>
    /// <param name="ideal">The evaluation of all in one tile, whether it fits or not.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="objective">What is minimised.</param>
    internal double CostBound(in EvaluationResult ideal, in Mapping mapping, Objective objective)
    {
        double reads = 0, sums = 0;
        if (mapping.OuterCount == 0)
        {
            var nest = new TileNest(this, ideal.Gemm, mapping);
            var buffer = Design.GlobalBuffer;
            ref readonly var dram = ref ideal.CountsToRead.Dram;
            var again = (buffer.Holds(KeptOperands.A) ? dram.A.ReadWords * (nest.ReadsOfA(1) - 1) : 0)
                + (buffer.Holds(KeptOperands.B) ? dram.B.ReadWords * (nest.ReadsOfB(1) - 1) : 0);
            sums = buffer.Holds(KeptOperands.Z) ? 0 : (double)ideal.Gemm.M * ideal.Gemm.N * (nest.VisitsOfSums - 1) * Design.SpilledSumBits;
            reads = (again * Design.WordBits) + sums;
        }

        var energy = ideal.EnergyPj + (reads * _energy.DramReadBit) + (sums * _energy.DramWriteBit);
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
                WholeValues(unrolled.Block * (b.Served is null ? b.SkipsAnyZeros ? b.Density : 1 : b.ComputedShare))),
            // Whole columns; the small term undoes the rounding of shares such as 1/3.
            _ => ((int)((lanes * a.Passes * b.Passes / (a.ComputedShare * b.ComputedShare)) + 1e-6), 1),
        };
    }

    /// <summary>Rounded up, but for what the rounding of shares such as 7/25 adds.</summary>
    private static int WholeValues(double values) => (int)Math.Ceiling(values * (1 - 1e-12));

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
}
