using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HighLight.Sparsity;

/// <summary>
/// A hierarchical structured sparsity pattern: one <c>G:H</c> rule on each of the nested ranks that the pruned dimension is split
/// into, for example <c>C1(4:8)→C0(2:4)</c>. Densities multiply over the ranks.
/// </summary>
public sealed class HssPattern : IEquatable<HssPattern>, IParsable<HssPattern>
{
    /// <summary>The most ranks. No published pattern has more than a handful; more than 31 ranks that split anything exceed the longest row.</summary>
    public const int MaxRanks = 32;

    private HssPattern(ImmutableArray<Gh> rules) => Rules = rules;

    /// <summary>The one-rank pattern 1:1, which prunes nothing.</summary>
    public static HssPattern Dense { get; } = new([new Gh(1, 1)]);

    /// <summary>The rules, highest rank first, as they are written; 1..<see cref="MaxRanks"/> of them.</summary>
    public ImmutableArray<Gh> Rules { get; }

    /// <summary>How many ranks carry a rule.</summary>
    public int RankCount => Rules.Length;

    /// <summary>∏ G/H over the ranks: the largest share of values that may be nonzero, where no fiber is cut short by a tail.</summary>
    public Fraction Density => new(KeptPerGroup, GroupSize);

    /// <summary>The sparsity degree, 1 − density.</summary>
    public Fraction SparsityDegree => Fraction.One - Density;

    /// <summary>Values that one group of the highest rank spans: ∏ H.</summary>
    public BigInteger GroupSize => Rules.Aggregate(BigInteger.One, (product, rule) => product * rule.H);

    /// <summary>Values kept in one group of the highest rank: ∏ G.</summary>
    public BigInteger KeptPerGroup => Rules.Aggregate(BigInteger.One, (product, rule) => product * rule.G);

    /// <summary>Whether every rank has G = H.</summary>
    public bool IsDense => Rules.All(rule => rule.IsDense);

    /// <summary>The rule of rank <paramref name="rank"/>; 0 is the lowest (innermost) rank, as in C0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public Gh this[int rank]
    {
        get
        {
            if ((uint)rank >= (uint)Rules.Length)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(rank), rank, Invariant($"{this} has ranks 0..{Rules.Length - 1}."));
            }

            return Rules[Rules.Length - 1 - rank];
        }
    }

    /// <summary>A pattern from its rules, highest rank first: <c>Create(new(4, 8), new(2, 4))</c> is <c>C1(4:8)→C0(2:4)</c>.</summary>
    /// <exception cref="ArgumentException">No rule is given, or more than <see cref="MaxRanks"/>.</exception>
    public static HssPattern Create(params ReadOnlySpan<Gh> rulesHighestFirst)
    {
        if (rulesHighestFirst.IsEmpty)
        {
            throw new ArgumentException("A pattern has at least one rank; use HssPattern.Dense for 'no pruning'.", nameof(rulesHighestFirst));
        }

        return rulesHighestFirst.Length <= MaxRanks
            ? new HssPattern([.. rulesHighestFirst])
            : throw new ArgumentException(Invariant($"A pattern has at most {MaxRanks} ranks, not {rulesHighestFirst.Length}. Drop ranks of 1:1."), nameof(rulesHighestFirst));
    }

    /// <summary>
    /// Reads <c>C1(4:8)→C0(2:4)</c>, with <c>-&gt;</c> or <c>→</c>, or the bare rules <c>4:8→2:4</c>. Leading ranks without a rule (the dense
    /// remainder, as C1 in <c>RS→C1→C0(2:4)</c>) are accepted and dropped.
    /// </summary>
    /// <exception cref="SparsityFormatException">The text is not one pattern; the exception lists every violation with position and fix.</exception>
    public static HssPattern Parse(string text) => SparsitySpecification.Parse(text).ToPattern();

    /// <inheritdoc cref="Parse(string)"/>
    public static HssPattern Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a pattern like <see cref="Parse(string)"/>; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out HssPattern pattern)
    {
        pattern = SparsitySpecification.TryParse(text, out var specification, out _) && specification.PatternErrors().IsEmpty
            ? specification.ToPattern()
            : null;
        return pattern is not null;
    }

    /// <inheritdoc cref="TryParse(string?, out HssPattern)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out HssPattern result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(HssPattern? other) => other is not null && Rules.AsSpan().SequenceEqual(other.Rules.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HssPattern);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var rule in Rules)
        {
            hash.Add(rule);
        }

        return hash.ToHashCode();
    }

    /// <summary>For example <c>C1(4:8)→C0(2:4)</c>; <see cref="Parse(string)"/> reads it back.</summary>
    public override string ToString() => string.Join(
        '→', Rules.Select((rule, i) => Invariant($"C{Rules.Length - 1 - i}({rule})")));
}
