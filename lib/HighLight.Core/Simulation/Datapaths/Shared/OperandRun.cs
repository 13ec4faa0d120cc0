using HighLight.Hardware;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>How a design takes one operand, as its description and the operand's own values settle it.</summary>
/// <param name="Values">Values of the operand.</param>
/// <param name="Nonzeros">Those that are not zero.</param>
internal sealed record OperandRun(long Values, long Nonzeros)
{
    /// <summary>The pattern whose groups it is stored in; null without structure.</summary>
    public HssPattern? Pattern { get; private init; }

    /// <summary>Where it runs as two operands one after the other: what each block of the first keeps. The second keeps the rest.</summary>
    public Gh? FirstHalf { get; private init; }

    /// <summary>How it is stored.</summary>
    public OperandStorage Storage { get; private init; }

    /// <summary>Whether zeros in any place take no cycle.</summary>
    public bool SkipsZeros { get; private init; }

    /// <summary>Whether a zero gates its multiply.</summary>
    public bool GatesZeros { get; private init; }

    /// <summary>Whether what its structure leaves out takes no cycle.</summary>
    public bool SkipsStructure { get; private init; }

    /// <summary>How often the other operand passes for all of it.</summary>
    public int Passes => FirstHalf is null ? 1 : 2;

    /// <summary>Positions that a group of its storage covers; 1 without groups.</summary>
    public long Group => Pattern is { } pattern && (!pattern.IsDense || (FirstHalf is not null && Storage == OperandStorage.Offsets))
        ? (long)pattern.GroupSize
        : 1;

    /// <summary>Positions that a part of K covers as it is stored: whole groups.</summary>
    public long Padded(long length) => (length + Group - 1) / Group * Group;

    /// <summary>How a design takes an operand; null where it refuses it.</summary>
    /// <param name="operand">The values.</param>
    /// <param name="promised">The pattern that they obey along K, where one is promised.</param>
    /// <param name="support">What the design makes of zeros.</param>
    /// <param name="wordBits">Bits of a word.</param>
    public static OperandRun? Of(Matrix<sbyte> operand, HssPattern? promised, OperandSupport support, int wordBits)
    {
        long values = operand.Values.Length, nonzeros = values - operand.Values.Count((sbyte)0);
        var run = new OperandRun(values, nonzeros);
        if (promised is not null && support.Serve(promised) is { } served)
        {
            var storage = served.IsDense ? OperandStorage.Plain : StorageOf(support.StructuredFormat);
            return run.Structured(served, support) with { Storage = storage };
        }

        if (nonzeros < values && (support.UnstructuredZeros != ZeroAction.None || support.UnstructuredFormat != CompressionKind.None))
        {
            return run with
            {
                // The whole operand is stored in the smaller of the two ways.
                Storage = support.UnstructuredFormat == CompressionKind.Bitmask && (nonzeros * wordBits) + values < values * wordBits
                    ? OperandStorage.Bitmask
                    : OperandStorage.Plain,
                GatesZeros = support.UnstructuredZeros == ZeroAction.Gate,
                SkipsZeros = support.UnstructuredZeros == ZeroAction.Skip,
            };
        }

        var isDense = nonzeros == values && !InHalves(promised, support);
        if (support.Unsupported == UnsupportedPolicy.TwoPass && !(isDense && support.RunsDense)
            && Halves(InHalves(promised, support) ? promised! : HssPattern.Dense, support) is { } halves)
        {
            return run.Structured(halves.Sum, support) with { FirstHalf = halves.Half, Storage = StorageOf(support.StructuredFormat) };
        }

        return support.RunsDense && (nonzeros == values || support.Unsupported == UnsupportedPolicy.RunDense) ? run : null;
    }

    /// <summary>Whether a promised pattern that no family serves decides how the operand runs: as two halves.</summary>
    public static bool InHalves(HssPattern? promised, OperandSupport support) => promised is not null
        && support.Unsupported == UnsupportedPolicy.TwoPass
        && support is { UnstructuredZeros: ZeroAction.None, UnstructuredFormat: CompressionKind.None };

    /// <summary>
    /// The fewest of each block that hold an operand and are the sum of two that a family of one rank serves, and what the first of them
    /// keeps.
    /// Offsets come in fibers of exactly G; a bitmask lets the second half be as short as it is.
    /// </summary>
    private static (HssPattern Sum, Gh Half)? Halves(HssPattern pattern, OperandSupport support)
    {
        foreach (var rule in support.Families.Where(family => family.RankCount == 1)
            .SelectMany(family => family.Patterns()).Select(member => member[0]).OrderBy(rule => rule.Density))
        {
            var least = support.StructuredFormat == CompressionKind.Offsets ? 2 * rule.G : rule.G + 1;
            for (var kept = least; kept <= Math.Min(2 * rule.G, rule.H); kept++)
            {
                var sum = HssPattern.Create(new Gh(kept, rule.H));
                if (PatternContainment.Holds(sum, pattern))
                {
                    return (sum, rule);
                }
            }
        }

        return null;
    }

    private OperandRun Structured(HssPattern pattern, OperandSupport support) => this with
    {
        Pattern = pattern,
        SkipsStructure = support.StructuredZeros == ZeroAction.Skip,
        GatesZeros = support.StructuredZeros == ZeroAction.Gate || support.UnstructuredZeros == ZeroAction.Gate,
    };

    private static OperandStorage StorageOf(CompressionKind kind) => kind switch
    {
        CompressionKind.Bitmask => OperandStorage.Bitmask,
        CompressionKind.Offsets => OperandStorage.Offsets,
        _ => OperandStorage.Plain,
    };
}
