using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Technology;

namespace HighLight.Hardware.Designs;

/// <summary>The six designs. Shared resources: 1024 multipliers of 8 bits, 256 KB + 64 KB global buffer, 4 × 2 KB register files, LPDDR4.</summary>
public static class Accelerators
{

    private static readonly HssFamily HighLightFamily = HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})");
    private static readonly ComputeArray InnerProduct = new(64, 16, 1);
    private static readonly AccumulationBuffer Edge = new(64, 128);

    /// <summary>TC: a dense tensor core; zeros are data. 320 KB of data buffer, no metadata.</summary>
    public static Accelerator TensorCore { get; } = new()
    {
        Name = "TC",
        Description = "Dense tensor core (sourced: the predecessor's artifact).",
        Array = InnerProduct,
        Accumulation = Edge,
        ReuseOfA = 128,
        ReuseOfB = 64,
        Levels =
        [
            StorageLevel.Dram with { WriteBytesPerCycle = 16 },
            StorageLevel.GlobalBuffer with { CapacityBytes = 320 * 1024, MetadataCapacityBytes = 0 },
        ],
    };

    /// <summary>STC: a sparse tensor core; A dense or 2:4, 2-bit offsets; B uncompressed, nothing gated.</summary>
    public static Accelerator SparseTensorCore { get; } = TensorCore with
    {
        Name = "STC",
        Description = "Sparse tensor core, A dense or 2:4 (sourced: the predecessor's artifact).",
        Levels = [StorageLevel.Dram, StorageLevel.GlobalBuffer],
        A = new OperandSupport { Families = [HssFamily.Parse("C0(2:4)")], StructuredZeros = ZeroAction.Skip, StructuredFormat = CompressionKind.Offsets },
    };

    /// <summary>HighLight: A of two-rank HSS skipped on both ranks, B compressed and gated, Z compressed.</summary>
    public static Accelerator HighLight { get; } = SparseTensorCore with
    {
        Name = "HighLight",
        Description = "Hierarchical skipping of A on two ranks, gating of B (recalled: the paper; resources as its predecessor).",
        A = new OperandSupport
        {
            Families = [HighLightFamily],
            StructuredZeros = ZeroAction.Skip,
            StructuredFormat = CompressionKind.Offsets,
        },
        B = new OperandSupport { UnstructuredZeros = ZeroAction.Gate, UnstructuredFormat = CompressionKind.Bitmask },
        CompressesOutput = true,
    };

    /// <summary>DSSO: both operands structured on alternating ranks, no intersection needed.</summary>
    public static Accelerator Dsso { get; } = HighLight with
    {
        Name = "DSSO",
        Description = "Dual structured operands on alternating ranks (recalled: the paper).",
        A = new OperandSupport { Families = [HssFamily.Parse("C0(2:4)")], StructuredZeros = ZeroAction.Skip, StructuredFormat = CompressionKind.Offsets },
        B = new OperandSupport { Families = [HssFamily.Parse("C1(2:{2≤H≤8})→C0(4:4)")], StructuredZeros = ZeroAction.Skip, StructuredFormat = CompressionKind.Offsets },
    };

    /// <summary>DSTC: outer products of both operands' nonzeros; every product reads and writes the accumulation buffer.</summary>
    public static Accelerator DualSideSparseTensorCore { get; } = new()
    {
        Name = "DSTC",
        Description = "Dual-side sparse tensor core, outer product (sourced: the predecessor's artifact; timing derived from its Fig. 21).",
        Array = new ComputeArray(32, 1, 32),
        Accumulation = new AccumulationBuffer(128, 64),
        ReuseOfA = 64,
        ReuseOfB = 128,
        Registers = new OperandRegisters(1.0 / 32, 1.0 / 32, 1, 1) { Component = Components.SmallRegisterFile, AccessBits = 16, SizeBytes = 128, MetadataKey = new(Components.SmallRegisterFile, 4, 16) },
        A = Unstructured,
        B = Unstructured,
        Skipping = new SkippingScheme.OuterProduct(32, 8, 32, 16),
    };

    /// <summary>S2TA: both operands at most 4 (A) or 8 (B) of 8; B's values are taken one a cycle.</summary>
    public static Accelerator S2ta { get; } = HighLight with
    {
        Name = "S2TA",
        Description = "Density-bound blocks on both operands, time-unrolled B (recalled: S2TA; resources as the others).",
        A = new OperandSupport
        {
            Families = [HssFamily.Parse("C0({G≤4}:8)")],
            StructuredZeros = ZeroAction.Skip,
            StructuredFormat = CompressionKind.Bitmask,
            Unsupported = UnsupportedPolicy.Refuse,
            RunsDense = false,
        },
        B = new OperandSupport { Families = [HssFamily.Parse("C0({G≤8}:8)")], StructuredZeros = ZeroAction.Skip, StructuredFormat = CompressionKind.Bitmask, UnstructuredZeros = ZeroAction.Skip, UnstructuredFormat = CompressionKind.Bitmask },
        Registers = new OperandRegisters(1, 1, 1, 1) { AccumulatorAccessesPerMac = 2 },
        Skipping = new SkippingScheme.TimeUnrolled(8, AlsoA: false),
    };

    /// <summary>S2TA that runs denser weights as two passes of at most 4 of 8 (an option of ours): whole networks have dense layers.</summary>
    public static Accelerator S2taTwoPass { get; } = S2ta with
    {
        Name = "S2TA two-pass",
        Description = "S2TA, denser weights as two passes of at most 4 of 8 (assumed).",
        A = S2ta.A with { Unsupported = UnsupportedPolicy.TwoPass },
    };

    /// <summary>The six for whole networks, in the order of figures: S2TA takes dense layers in two passes.</summary>
    public static ImmutableArray<Accelerator> ForNetworks { get; } = [TensorCore, SparseTensorCore, DualSideSparseTensorCore, S2taTwoPass, HighLight, Dsso];

    /// <summary>All six, in the order of figures.</summary>
    public static ImmutableArray<Accelerator> All { get; } = [TensorCore, SparseTensorCore, DualSideSparseTensorCore, S2ta, HighLight, Dsso];

    private static OperandSupport Unstructured => new()
    {
        StructuredZeros = ZeroAction.Skip,
        UnstructuredZeros = ZeroAction.Skip,
        StructuredFormat = CompressionKind.Bitmask,
        UnstructuredFormat = CompressionKind.Bitmask,
    };
}
