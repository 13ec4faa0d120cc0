using CsCheck;
using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Hardware.Presets;
using HighLight.Sparsity;

namespace HighLight.Simulation;

/// <summary>A design, cut down so that small products have many tiles, and patterns for its operands.</summary>
/// <param name="Design">The design.</param>
/// <param name="A">The pattern of A; null: dense.</param>
/// <param name="B">The pattern of B; null: zeros anywhere, or none.</param>
internal sealed record AnyRun(Accelerator Design, HssPattern? A, HssPattern? B)
{
    private static readonly HssPattern TwoOfFour = HssPattern.Parse("C0(2:4)");

    private static Accelerator RunsDense { get; } = Accelerators.S2ta with
    {
        Name = "S2TA, A dense",
        A = Accelerators.S2ta.A with { RunsDense = true, Unsupported = UnsupportedPolicy.RunDense },
    };

    /// <summary>A design that serves three ranks.</summary>
    public static Accelerator ThreeRanks { get; } = Accelerators.HighLight with
    {
        Name = "three ranks",
        A = Accelerators.HighLight.A with { Families = [HssFamily.Parse("C2({1,2}:{2,3})→C1(2:{2≤H≤4})→C0(2:{2≤H≤4})")] },
    };

    /// <summary>S2TA with blocks of another size, and A that saves cycles too or does not.</summary>
    private static Accelerator WithBlocks(Accelerator s2ta, int block, bool alsoA) => s2ta with
    {
        A = s2ta.A with { Families = [HssFamily.Parse(FormattableString.Invariant($"C0({{G≤{block / 2}}}:{block})"))] },
        B = s2ta.B with { Families = [HssFamily.Parse(FormattableString.Invariant($"C0({{G≤{block}}}:{block})"))] },
        Skipping = new SkippingScheme.TimeUnrolled(block, alsoA),
    };

    /// <summary>Structured designs: the six's, the preset's, three ranks.</summary>
    public static Gen<AnyRun> Structured { get; } = Gen.OneOf(
        Gen.Const(new AnyRun(Accelerators.TensorCore, null, null)),
        Simulate.Choice(null, TwoOfFour, HssPattern.Parse("C0(1:4)")).Select(a => new AnyRun(Accelerators.SparseTensorCore, a, null)),
        Simulate.Choice<HssPattern?>([null, .. Simulate.HighLightFamily.Patterns()])
            .Select(a => new AnyRun(Accelerators.HighLight, a, null)),
        Gen.Select(Simulate.Choice(null, TwoOfFour), Simulate.Choice<HssPattern?>([null, .. Accelerators.Dsso.B.Families[0].Patterns()]))
            .Select((a, b) => new AnyRun(Accelerators.Dsso, a, b)),
        Simulate.Choice(null, TwoOfFour, HssPattern.Parse("C0(2:6)"), HssPattern.Parse("C0(2:8)")).SelectMany(a => Simulate.Choice(
            SparseloopPreset.FlexibleSparseTensorCore, SparseloopPreset.FlexibleRunLength, SparseloopPreset.FlexibleDualCompressed)
            .Select(design => new AnyRun(design, a, null))),
        Simulate.Choice(Accelerators.TensorCore, Accelerators.HighLight)
            .Select(design => new AnyRun(SparseloopPreset.Apply(design), null, null)),
        Simulate.Choice([.. ThreeRanks.A.Families[0].Patterns()]).Select(a => new AnyRun(ThreeRanks, a, null)));

    /// <summary>S2TA and its variants: operands denser than half of a block in two passes, or A as dense; the preset's ports.</summary>
    public static Gen<AnyRun> TimeUnrolled { get; } =
        Gen.Select(Gen.Bool, Gen.Bool, Simulate.Choice(4, 8, 16), Gen.Int[0, 16], Gen.Int[0, 16], Gen.Bool).Select(
            (alsoA, preset, block, a, b, runsDense) =>
            {
                (a, b) = (Math.Min(a, block), Math.Min(b, block));
                var design = a == 0 && runsDense ? RunsDense : a == 0 || 2 * a > block ? Accelerators.S2taTwoPass : Accelerators.S2ta;
                design = WithBlocks(preset ? SparseloopPreset.Apply(design) : design, block, alsoA);
                return new AnyRun(design, Bound(a, block), Bound(b, block));
            });

    /// <summary>Outer products: DSTC's, the preset's, and one whose zeros are data.</summary>
    public static Gen<AnyRun> OuterProduct { get; } = Simulate.Choice(
        Accelerators.DualSideSparseTensorCore,
        SparseloopPreset.Apply(Accelerators.DualSideSparseTensorCore),
        Accelerators.DualSideSparseTensorCore with { B = OperandSupport.DenseOnly }).Select(design => new AnyRun(design, null, null));

    /// <summary>A request with a mapping of any tiles, any order, spilled where it must; K is cut in whole groups.</summary>
    public Gen<SimulationRequest> Request(int most, double leastDensity, double densityOfA = 1) =>
        Gen.Select(Gen.Int[1, most], Gen.Int[1, 3 * most], Gen.Int[1, most], Gen.Double[leastDensity, 1], Gen.Int[0, 9999]).SelectMany(
            (m, k, n, density, seed) => Gen.Select(
                Gen.Int[1, m + 1], Gen.Int[1, Math.Max(1, k / Group)], Gen.Int[1, n + 1], Gen.Int[0, 5]).Select(
                (tileM, parts, tileN, order) =>
                {
                    var request = Simulate.Request(Small(Design), m, k, n, A, B, B is null ? density : 1, seed);
                    return request with
                    {
                        A = densityOfA < 1 ? Simulate.Random(m, k, densityOfA, seed) : request.A,
                        Mapping = new(tileM, parts * Group, tileN, (DramLoopOrder)order) { SpillsZ = true },
                    };
                }));

    /// <summary>An array of few rows, register files that hold a few tiles of it.</summary>
    public static Accelerator Small(Accelerator design) => design.Skipping switch
    {
        SkippingScheme.OuterProduct outer => design with
        {
            Array = new(8, 1, 8),
            Accumulation = new(16, 24),
            ReuseOfA = 24,
            ReuseOfB = 16,
            Registers = design.Registers with { ReadsPerMacOfA = 1.0 / 12, ReadsPerMacOfB = 1.0 / 8 },
            Skipping = outer with { TileA = 8, LanesA = 4, TileB = 12, LanesB = 4 },
        },
        SkippingScheme.TimeUnrolled => design with { Array = new(6, 2, 1), Accumulation = new(6, 10), ReuseOfA = 10, ReuseOfB = 6 },
        _ => design with { Array = new(4, 16, 1), Accumulation = new(9, 16), ReuseOfA = 7, ReuseOfB = 4 },
    };

    private long GroupOf(HssPattern? pattern, OperandSupport support) =>
        pattern is null || support.Serve(pattern) is not { } served ? 1 : (long)served.GroupSize;

    private int Group => Design.Skipping is SkippingScheme.TimeUnrolled unrolled ? unrolled.Block
        : (int)Math.Max(GroupOf(A, Design.A), GroupOf(B, Design.B));

    private static HssPattern? Bound(int g, int block) => g == 0 ? null : HssPattern.Create(new Gh(g, block));

    /// <summary>For example <c>HighLight, A C1(4:8)→C0(2:4), B any</c>.</summary>
    public override string ToString() => $"{Design}, A {A?.ToString() ?? "dense"}, B {B?.ToString() ?? "any"}";
}
