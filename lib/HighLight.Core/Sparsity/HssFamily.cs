using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HighLight.Sparsity;

/// <summary>
/// A family of patterns over the same ranks, each rank's G and H from a set: what a design supports, for example HighLight's operand A,
/// <c>C1(4:{4≤H≤8})→C0(2:{2≤H≤4})</c>.
/// </summary>
public sealed class HssFamily : IEquatable<HssFamily>, IParsable<HssFamily>
{
    /// <summary>The most patterns that a family may be asked to enumerate.</summary>
    public const int MaxEnumerated = 1_000_000;

    private HssFamily(ImmutableArray<GhRange> ranges) => Ranges = ranges;

    /// <summary>The rules each rank may carry, highest rank first; 1..<see cref="HssPattern.MaxRanks"/> of them.</summary>
    public ImmutableArray<GhRange> Ranges { get; }

    /// <summary>How many ranks carry a rule.</summary>
    public int RankCount => Ranges.Length;

    /// <summary>How many patterns (combinations of rules) the family holds.</summary>
    public BigInteger PatternCount => Ranges.Aggregate(BigInteger.One, (product, range) => product * range.Count);

    /// <summary>The rules of rank <paramref name="rank"/>; 0 is the lowest (innermost) rank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public GhRange this[int rank]
    {
        get
        {
            if ((uint)rank >= (uint)Ranges.Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rank), rank, Invariant($"{this} has ranks 0..{Ranges.Length - 1}."));
            }

            return Ranges[Ranges.Length - 1 - rank];
        }
    }

    /// <summary>A family from its ranges, highest rank first.</summary>
    /// <exception cref="ArgumentException">No range is given, or more than <see cref="HssPattern.MaxRanks"/>.</exception>
    public static HssFamily Create(params ReadOnlySpan<GhRange> rangesHighestFirst)
    {
        if (rangesHighestFirst.IsEmpty)
        {
            throw new ArgumentException("A family has at least one rank.", nameof(rangesHighestFirst));
        }

        return rangesHighestFirst.Length <= HssPattern.MaxRanks
            ? new HssFamily([.. rangesHighestFirst])
            : throw new ArgumentException(Invariant($"A family has at most {HssPattern.MaxRanks} ranks, not {rangesHighestFirst.Length}."), nameof(rangesHighestFirst));
    }

    /// <summary>The family that holds just <paramref name="pattern"/>.</summary>
    public static HssFamily Of(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new HssFamily([.. pattern.Rules.Select(rule => new GhRange(rule))]);
    }

    /// <summary>Reads <c>C1(4:{4≤H≤8})→C0(2:{2≤H≤4})</c>, <c>C0({G≤4}:8)</c>, <c>C0(2:{4,6,8})</c>; <c>&lt;=</c> and <c>-&gt;</c> are accepted.</summary>
    /// <exception cref="SparsityFormatException">The text is not a family; the exception lists every violation with position and fix.</exception>
    public static HssFamily Parse(string text) => SparsitySpecification.Parse(text).ToFamily();

    /// <inheritdoc cref="Parse(string)"/>
    public static HssFamily Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a family like <see cref="Parse(string)"/>; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out HssFamily family)
    {
        family = SparsitySpecification.TryParse(text, out var specification, out _) && specification.FamilyErrors().IsEmpty
            ? specification.ToFamily()
            : null;
        return family is not null;
    }

    /// <inheritdoc cref="TryParse(string?, out HssFamily)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out HssFamily result) =>
        TryParse(s, out result);

    /// <summary>Every pattern of the family: the highest rank varies slowest, each rank by ascending H, then G.</summary>
    /// <exception cref="InvalidOperationException">The family holds more than <see cref="MaxEnumerated"/> patterns.</exception>
    public ImmutableArray<HssPattern> Patterns()
    {
        if (PatternCount > MaxEnumerated)
        {
            throw new InvalidOperationException(Invariant($"{this} holds {PatternCount} patterns; at most {MaxEnumerated} are enumerated. Narrow the ranges of G or H."));
        }

        var choices = Ranges.Select(range => range.Rules().ToArray()).ToArray();
        var patterns = ImmutableArray.CreateBuilder<HssPattern>((int)PatternCount);
        var rules = new Gh[choices.Length];
        Extend(0);
        return patterns.MoveToImmutable();

        void Extend(int depth)
        {
            if (depth == choices.Length)
            {
                patterns.Add(HssPattern.Create(rules));
                return;
            }

            foreach (var rule in choices[depth])
            {
                rules[depth] = rule;
                Extend(depth + 1);
            }
        }
    }

    /// <summary>The distinct sparsity degrees (1 − density) of the family's patterns, ascending.</summary>
    /// <exception cref="InvalidOperationException">The family is too large to enumerate.</exception>
    public ImmutableArray<Fraction> SparsityDegrees() => [.. Patterns().Select(p => p.SparsityDegree).Distinct().Order()];

    /// <summary>Whether <paramref name="pattern"/> has the family's ranks, each with a rule of that rank.</summary>
    public bool Contains(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (pattern.RankCount != RankCount)
        {
            return false;
        }

        for (var i = 0; i < RankCount; i++)
        {
            if (!Ranges[i].Contains(pattern.Rules[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The pattern whose density is nearest to <paramref name="density"/>. Of two equally near densities the denser wins (it prunes less);
    /// of several patterns with that density the one with the smallest group, then the first in the order of <see cref="Patterns"/>.
    /// </summary>
    /// <param name="density">Wanted share of nonzeros, 0..1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="density"/> is outside 0..1.</exception>
    /// <exception cref="InvalidOperationException">The family is too large to enumerate.</exception>
    public HssPattern Nearest(Fraction density)
    {
        if (density < Fraction.Zero || density > Fraction.One)
        {
            throw new ArgumentOutOfRangeException(nameof(density), density, "A density is in 0..1.");
        }

        return Patterns()
            .OrderBy(p => Distance(p.Density, density))
            .ThenByDescending(p => p.Density)
            .ThenBy(p => p.GroupSize)
            .First();

        static Fraction Distance(Fraction a, Fraction b) => a > b ? a - b : b - a;
    }

    /// <summary>The nearest pattern to a density read with 15 significant digits: 0.15 is 3/20.</summary>
    /// <inheritdoc cref="Nearest(Fraction)"/>
    public HssPattern Nearest(double density) => Nearest(KeptShare.Read(density));

    /// <inheritdoc/>
    public bool Equals(HssFamily? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HssFamily);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(RankCount, HashCode.Combine);

    /// <summary>For example <c>C1(4:{4≤H≤8})→C0(2:{2≤H≤4})</c>; <see cref="Parse(string)"/> reads it back.</summary>
    public override string ToString() => string.Join(
        '→', Ranges.Select((range, i) => Invariant($"C{Ranges.Length - 1 - i}({range})")));
}
