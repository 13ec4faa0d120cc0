using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Evaluation;

/// <summary>How a design runs one operand: what is stored, what takes a cycle, what is gated. All shares are of the dense operand's values.</summary>
public sealed record OperandExecution
{
    private OperandExecution(OperandDensity operand)
    {
        Operand = operand;
        Density = operand.Density;
    }

    /// <summary>The operand as it is.</summary>
    public OperandDensity Operand { get; }

    /// <summary>The operand's share of nonzeros, worked out once.</summary>
    public double Density { get; }

    /// <summary>The supported pattern it runs as; null where it runs as dense or unstructured.</summary>
    public HssPattern? Served { get; private init; }

    /// <summary>
    /// What it runs as: a supported pattern, <c>dense</c>, or <c>unstructured</c> and its density where zeros in any place are skipped, or
    /// gated, which it says.
    /// </summary>
    public string RunsAs => Served is not null ? Invariant($"{Served}{(Passes > 1 ? Invariant($" in {Passes} passes") : "")}")
        : Operand is DenseOperand ? "dense"
        : SkipsAnyZeros ? Invariant($"unstructured {Density:0.####}")
        : GatesZeros ? Invariant($"unstructured {Density:0.####}, zeros gated")
        : "dense";

    /// <summary>Share of values that its structure leaves to be computed; 1 without structure.</summary>
    public double ComputedShare { get; private init; } = 1;

    /// <summary>Share of values stored as data.</summary>
    public double StoredShare { get; private init; } = 1;

    /// <summary>Metadata bits for each value of the dense operand.</summary>
    public double MetadataBitsPerValue { get; private init; }

    /// <summary>Share of the computed values that are nonzero; the others are gated where the design gates them.</summary>
    public double NonzeroShareOfComputed => ComputedShare == 0 ? 1 : Math.Min(1, Density / ComputedShare);

    /// <summary>Whether zeros among the computed values are gated.</summary>
    public bool GatesZeros { get; private init; }

    /// <summary>Whether zeros in any place are skipped.</summary>
    public bool SkipsAnyZeros { get; private init; }

    /// <summary>How often its half, or all of it, meets the other operand: 2 where a denser operand than the hardware serves runs as two halves.</summary>
    public int Passes { get; private init; } = 1;

    /// <summary>Values of one group of the pattern it runs as; 1 without one. Along K its storage is padded to whole groups.</summary>
    public double GroupSize { get; private init; } = 1;

    /// <summary><paramref name="reduction"/> values along K, padded to whole groups: what is stored of K (the effective density).</summary>
    internal double Padded(double reduction) => Math.Ceiling(reduction / GroupSize) * GroupSize;

    /// <summary>
    /// Stored values whose place lies within the first <paramref name="reduction"/> values along K, the others being padding behind them. A fiber cut short stores all of its
    /// coordinates or G of them, because padding takes the lowest; only whether it keeps the coordinate that is cut itself is left to chance (the expected value).
    /// </summary>
    internal double StoredWithin(double reduction)
    {
        if (Served is null || GroupSize == 1)
        {
            return reduction * StoredShare;
        }

        var groups = Math.Floor(reduction / GroupSize);
        return (groups * GroupSize * StoredShare) + Within(Served.RankCount - 1, reduction - (groups * GroupSize), GroupSize);
    }

    /// <summary>Resolves <paramref name="operand"/> against what a design supports.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="support">What the design makes of it.</param>
    /// <param name="wordBits">Bits of a value.</param>
    /// <param name="name">A or B, for the message.</param>
    /// <param name="segment">Values along K that groups do not straddle; 0: all of K. A pattern whose padded groups store no less than the dense segment runs as dense.</param>
    /// <exception cref="UnsupportedOperandException">The design does not support the operand and refuses to run it as dense.</exception>
    public static OperandExecution Of(OperandDensity operand, OperandSupport support, int wordBits, string name, int segment = 0)
    {
        ArgumentNullException.ThrowIfNull(operand);
        ArgumentNullException.ThrowIfNull(support);
        if (operand is HssOperand { Pattern: var pattern } && support.Serve(pattern) is { } served)
        {
            var structured = Structured(operand, support, served);
            return segment > 0 && support.RunsDense && structured.Padded(segment) * structured.StoredShare >= segment ? new OperandExecution(operand) : structured;
        }

        if (operand is not DenseOperand && (support.UnstructuredZeros != ZeroAction.None || support.UnstructuredFormat != CompressionKind.None))
        {
            return Unstructured(operand, support, wordBits);
        }

        if (support.Unsupported == UnsupportedPolicy.TwoPass && !(operand is DenseOperand && support.RunsDense) && TwoHalves(operand, support) is { } halves)
        {
            return halves;
        }

        return (operand is DenseOperand || support.Unsupported == UnsupportedPolicy.RunDense) && support.RunsDense
            ? new OperandExecution(operand)
            : throw new UnsupportedOperandException(name, operand, support);
    }

    /// <summary>The same for the first <paramref name="length"/> of the <paramref name="size"/> values of a fiber.</summary>
    private double Within(int rank, double length, double size)
    {
        if (length == 0)
        {
            return 0;
        }

        var rule = Served![rank];
        var payload = size / rule.H;
        var existing = Math.Ceiling(length / payload);
        var kept = Math.Min(rule.G, existing);
        if (rank == 0)
        {
            return kept;
        }

        double stored = 1;
        for (var below = 0; below < rank; below++)
        {
            stored *= Served[below].G;
        }

        var last = length - ((existing - 1) * payload);
        return kept / existing * (((existing - 1) * stored) + (last == payload ? stored : Within(rank - 1, last, payload)));
    }

    private static OperandExecution Structured(OperandDensity operand, OperandSupport support, HssPattern served)
    {
        var density = served.Density.ToDouble();
        if (support.StructuredFormat == CompressionKind.None)
        {
            return new OperandExecution(operand)
            {
                Served = served,
                ComputedShare = support.StructuredZeros == ZeroAction.Skip ? density : 1,
                GatesZeros = Gates(support),
            };
        }

        return new OperandExecution(operand)
        {
            Served = served,
            GroupSize = served.IsDense ? 1 : (double)served.GroupSize,
            ComputedShare = support.StructuredZeros == ZeroAction.Skip ? density : 1,
            StoredShare = density,
            MetadataBitsPerValue = served.IsDense ? 0 : support.StructuredFormat == CompressionKind.Bitmask ? 1 : OffsetBits(served, support),
            GatesZeros = Gates(support),
        };
    }

    /// <summary>Whether zeros among the values that take a cycle are gated: those of the structure, or those in any place.</summary>
    private static bool Gates(OperandSupport support) => support.StructuredZeros == ZeroAction.Gate || support.UnstructuredZeros == ZeroAction.Gate;

    /// <summary>
    /// The operand as the sum of two that the hardware serves: of each H values, the first half holds up to the densest rule's G and the second half the rest. Both are stored and
    /// computed as any served operand, one after the other into the same partial sums. Null where no rule of one rank holds that many.
    /// </summary>
    private static OperandExecution? TwoHalves(OperandDensity operand, OperandSupport support)
    {
        var pattern = operand is HssOperand hss ? hss.Pattern : HssPattern.Dense;
        foreach (var rule in support.Families.Where(family => family.RankCount == 1).SelectMany(family => family.Patterns()).OrderBy(member => member.Density).Select(member => member[0]))
        {
            // Offsets come in fibers of exactly G; a mask lets the second half be as short as it is.
            for (var kept = support.StructuredFormat == CompressionKind.Offsets ? 2 * rule.G : rule.G + 1; kept <= Math.Min(2 * rule.G, rule.H); kept++)
            {
                var sum = HssPattern.Create(new Gh(kept, rule.H));
                if (PatternContainment.Holds(sum, pattern))
                {
                    return Halves(operand, support, sum, HssPattern.Create(rule));
                }
            }
        }

        return null;
    }

    private static OperandExecution Halves(OperandDensity operand, OperandSupport support, HssPattern sum, HssPattern half)
    {
        var density = sum.Density.ToDouble();
        return new OperandExecution(operand)
        {
            Served = sum,
            Passes = 2,
            // Offsets come in fibers of exactly G, in each half: even where both halves together keep everything, the last ones are filled up.
            GroupSize = sum.IsDense && support.StructuredFormat != CompressionKind.Offsets ? 1 : sum[0].H,
            ComputedShare = support.StructuredZeros == ZeroAction.Skip ? density : 2,
            StoredShare = support.StructuredFormat == CompressionKind.None ? 2 : density,
            MetadataBitsPerValue = support.StructuredFormat switch
            {
                CompressionKind.None => 0,
                CompressionKind.Bitmask => 2,
                _ => density * WidestOffset(support, half, 0),
            },
            GatesZeros = Gates(support),
        };
    }

    private static OperandExecution Unstructured(OperandDensity operand, OperandSupport support, int wordBits)
    {
        // The smaller of bitmask and uncompressed, chosen for the whole tensor.
        var compresses = support.UnstructuredFormat == CompressionKind.Bitmask && (operand.Density * wordBits) + 1 < wordBits;
        return new OperandExecution(operand)
        {
            StoredShare = compresses ? operand.Density : 1,
            MetadataBitsPerValue = compresses ? 1 : 0,
            GatesZeros = support.UnstructuredZeros == ZeroAction.Gate,
            SkipsAnyZeros = support.UnstructuredZeros == ZeroAction.Skip,
        };
    }

    /// <summary>Offset bits for each value of the dense operand: on each rank with a rule, one offset for each kept payload.</summary>
    private static double OffsetBits(HssPattern served, OperandSupport support)
    {
        double bits = 0;
        var share = Fraction.One;
        var size = Fraction.One;
        for (var rank = served.RankCount - 1; rank >= 0; rank--)
        {
            share *= served[rank].Density;
            size = Fraction.One;
            for (var below = 0; below < rank; below++)
            {
                size *= served[below].H;
            }

            if (!served[rank].IsDense)
            {
                bits += StoredOffsetBits(support, served, rank) * (share / size).ToDouble();
            }
        }

        return bits;
    }

    /// <summary>Bits that a design stores for an offset of one rank of the pattern it runs an operand as.</summary>
    internal static int StoredOffsetBits(OperandSupport support, HssPattern served, int rank)
    {
        var width = WidestOffset(support, served, rank);
        return support.RoundsOffsetBits ? (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)width) : width;
    }

    private static int WidestOffset(OperandSupport support, HssPattern served, int rank)
    {
        foreach (var family in support.Families)
        {
            if (family.Contains(served))
            {
                return support.RoundsOffsetBits ? served[rank].OffsetBits : Gh.BitsFor(family[rank].H.Max);
            }
        }

        return served[rank].OffsetBits;
    }
}
