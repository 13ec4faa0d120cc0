using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Hardware;

/// <summary>What a design makes of the zeros of one operand.</summary>
/// <remarks>
/// The operand is the leader: its zeros decide what is saved of the multiply, of the other operand's register read, and of its own storage and traffic. A design
/// that intersects both operands lets each lead.
/// </remarks>
public sealed record OperandSupport
{
    /// <summary>The most values of a group, with the largest H on every rank: so the bits that the widest selection moves fit an <c>int</c>.</summary>
    public const int MaxGroup = 1 << 24;

    /// <summary>Zeros are data.</summary>
    public static OperandSupport DenseOnly { get; } = new();

    /// <summary>Structured patterns that the hardware serves, any of several families; empty: none.</summary>
    public ImmutableArray<HssFamily> Families { get; init; } = [];

    /// <summary>What is saved at the zeros of a served pattern.</summary>
    public ZeroAction StructuredZeros { get; init; } = ZeroAction.None;

    /// <summary>What is saved at zeros in any other place.</summary>
    public ZeroAction UnstructuredZeros { get; init; } = ZeroAction.None;

    /// <summary>How a served structured operand is stored.</summary>
    public CompressionKind StructuredFormat { get; init; } = CompressionKind.None;

    /// <summary>How an operand with zeros in any place is stored, where that is smaller than uncompressed.</summary>
    public CompressionKind UnstructuredFormat { get; init; } = CompressionKind.None;

    /// <summary>What happens to an operand that is neither served nor exploited.</summary>
    public UnsupportedPolicy Unsupported { get; init; } = UnsupportedPolicy.RunDense;

    /// <summary>Whether a dense operand runs. S2TA bounds the density of its weights, so it does not run dense ones.</summary>
    public bool RunsDense { get; init; } = true;

    /// <summary>Bits of an offset are rounded up to a power of two, as Sparseloop's artifact stores them (derived from its bandwidth bounds).</summary>
    public bool RoundsOffsetBits { get; init; }

    /// <summary>Equal where all values are, families in the same order.</summary>
    public bool Equals(OperandSupport? other) => other is not null
        && Sequence.Equals(Families, other.Families)
        && (StructuredZeros, UnstructuredZeros, StructuredFormat, UnstructuredFormat)
            == (other.StructuredZeros, other.UnstructuredZeros, other.StructuredFormat, other.UnstructuredFormat)
        && (Unsupported, RunsDense, RoundsOffsetBits) == (other.Unsupported, other.RunsDense, other.RoundsOffsetBits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Sequence.HashOf(Families), StructuredZeros, UnstructuredZeros, StructuredFormat, UnstructuredFormat, Unsupported, RunsDense, RoundsOffsetBits);

    /// <summary>
    /// The densest saving: the member of the families with the lowest density whose rules hold for <paramref name="pattern"/> wherever its nonzeros lie; null
    /// where none does.
    /// </summary>
    public HssPattern? Serve(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        HssPattern? best = null;
        foreach (var family in Families)
        {
            foreach (var member in family.Patterns())
            {
                if (PatternContainment.Holds(member, pattern) && (best is null || member.Density < best.Density))
                {
                    best = member;
                }
            }
        }

        return best;
    }

    internal void Check(ProblemList problems, string path)
    {
        problems.Named($"{path}.{nameof(StructuredZeros)}", StructuredZeros);
        problems.Named($"{path}.{nameof(UnstructuredZeros)}", UnstructuredZeros);
        problems.Named($"{path}.{nameof(StructuredFormat)}", StructuredFormat);
        problems.Named($"{path}.{nameof(UnstructuredFormat)}", UnstructuredFormat);
        problems.Named($"{path}.{nameof(Unsupported)}", Unsupported);
        if (Families.IsDefault || Families.Any(family => family is null))
        {
            problems.Add($"{path}.{nameof(Families)}", Families.IsDefault ? "default" : "a list with null", "a list of families, which may be empty", "Write [].");
            return;
        }

        for (var i = 0; i < Families.Length; i++)
        {
            var family = Families[i];
            var group = Enumerable.Range(0, family.RankCount)
                .Aggregate(System.Numerics.BigInteger.One, (size, rank) => size * family[rank].H.Max);
            if (group > MaxGroup)
            {
                problems.Add(
                    Invariant($"{path}.{nameof(Families)}[{i}]"), family, Invariant($"groups of at most {MaxGroup} values"), "Lower the largest H of a rank.");
            }
        }

        if (UnstructuredFormat == CompressionKind.Offsets)
        {
            problems.Add(
                $"{path}.{nameof(UnstructuredFormat)}",
                UnstructuredFormat,
                $"{CompressionKind.None}, {CompressionKind.Bitmask}",
                "Offsets are those of a pattern.");
        }

        if (Families.IsEmpty && (!RunsDense || Unsupported == UnsupportedPolicy.TwoPass))
        {
            problems.Add(
                $"{path}.{nameof(Families)}", "empty", "one family or more", "Without one nothing is served: let dense operands run, in one pass.");
        }
    }
}
