using System.Collections.Immutable;
using System.Numerics;
using HighLight.Formats;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// The sizes of a structured datapath for one pair of operands, checked: everything that it does not have is named at once.
/// </summary>
internal sealed record StructuredPlan
{
    /// <summary>The longest step.</summary>
    public const int MaxStep = 1 << 20;

    private readonly Accelerator _design;

    private StructuredPlan(DatapathJob job)
    {
        _design = job.Design;
        PatternA = Structure(job.RunOfA);
        PatternB = Structure(job.RunOfB);
        BitmaskOfB = PatternB is null && job.RunOfB.Storage == OperandStorage.Bitmask;
        GatesB = job.RunOfB.GatesZeros;
        var (density, step) = (KeptOf(PatternA) * KeptOf(PatternB), _design.Array.SpatialK * (SizeOf(PatternA) * SizeOf(PatternB)));
        IsTooLong = step / density > MaxStep;
        StepLength = IsTooLong ? MaxStep : (int)(step / density);
        EntriesPerRow = (int)(((StepLength * KeptOf(PatternA)) + SizeOf(PatternA) - 1) / SizeOf(PatternA));
        MostWordsOfB = (int)(StepLength * KeptOf(PatternB) / SizeOf(PatternB));
        RowWords = (int)Math.Max(1, job.SourceOf(KeptOperands.B).RowBytes * 8L / _design.WordBits);
        FetchBufferWords = job.FetchBufferWords ?? (RowWords + Math.Max(RowWords, MostWordsOfB));
    }

    /// <summary>What the job asks for and the datapath does not have, each with its fix.</summary>
    public ImmutableArray<string> Problems { get; private init; } = [];

    /// <summary>The pattern that A's registers follow; null where A is dense.</summary>
    public HssPattern? PatternA { get; }

    /// <summary>The pattern of B's columns; null where it has none.</summary>
    public HssPattern? PatternB { get; }

    /// <summary>Whether B is stored with a bitmask.</summary>
    public bool BitmaskOfB { get; }

    /// <summary>Whether zeros of B gate their multiplies.</summary>
    public bool GatesB { get; }

    /// <summary>Positions of K that a step of the array covers.</summary>
    public int StepLength { get; }

    /// <summary>Values of A that a row of the array holds in a step.</summary>
    public int EntriesPerRow { get; }

    /// <summary>Words of a row of the level that B comes from, the global buffer.</summary>
    public int RowWords { get; }

    /// <summary>Words that the VFMU buffers.</summary>
    public int FetchBufferWords { get; }

    /// <summary>The most words of B that one cycle takes.</summary>
    public int MostWordsOfB { get; }

    /// <summary>Whether a step would cover more of K than the datapath takes.</summary>
    public bool IsTooLong { get; }

    /// <summary>Sizes a datapath for a job; what it does not have is in <see cref="Problems"/>.</summary>
    public static StructuredPlan Of(DatapathJob job)
    {
        var plan = new StructuredPlan(job);
        return plan with { Problems = [.. StructuredLimits.Problems(job, plan)] };
    }

    /// <summary>The format in which a part of K of operand A lies in DRAM and in the buffer.</summary>
    public SparseFormat FormatOfA(int lengthK) => PatternA is null ? new UncompressedFormat() : Offsets(PatternA, lengthK, _design.A);

    /// <summary>The format of a step of operand B.</summary>
    public SparseFormat FormatOfB(int lengthK) => PatternB is not null ? Offsets(PatternB, lengthK, _design.B)
        : BitmaskOfB ? new BitmaskFormat()
        : new UncompressedFormat();

    /// <summary>Positions that <paramref name="lengthK"/> values fill up to, with whole groups of both operands.</summary>
    public int Padded(int lengthK)
    {
        var groups = Math.Max(Group(PatternA), Group(PatternB));
        return (int)((lengthK + groups - 1) / groups * groups);
    }

    private static HssPattern? Structure(OperandRun operand) => operand.Pattern is { IsDense: false } served ? served : null;

    private static long Group(HssPattern? pattern) => pattern is null ? 1 : (long)pattern.GroupSize;

    private static BigInteger KeptOf(HssPattern? pattern) => pattern?.KeptPerGroup ?? 1;

    private static BigInteger SizeOf(HssPattern? pattern) => pattern?.GroupSize ?? 1;

    private static HssFormat Offsets(HssPattern pattern, int lengthK, OperandSupport support) => new(
        new HssLayout(pattern, lengthK),
        [.. Enumerable.Range(0, pattern.RankCount).Reverse().Select(rank => OffsetWidths.Of(support, pattern, rank))]);
}
