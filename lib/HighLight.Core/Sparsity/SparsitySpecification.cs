using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HighLight.Sparsity;

/// <summary>
/// A sparsity specification in fibertree terms: the ranks of a tensor, highest first, and the rule on each, for example
/// <c>RS→C2→C1(3:4)→C0(2:4)</c>.
/// </summary>
/// <remarks>
/// Reading it: reorder the tensor so that its dimensions stand in the order written, flatten ranks of several letters (RS), split ranks with
/// an index (C into C1, C0), and apply each rule to the fibers of its rank, lowest rank first. A rank without rule is dense. A <c>G:H</c> rule on a
/// rank longer than H applies to each run of H coordinates: the remaining, higher part is a dense rank that may be written (C2) or left
/// out. Dimensions that are not named (K, the output channels, in weights) stand outside: each has its own tree.
/// Examples of the paper's vocabulary: <c>C(unconstrained)→R→S</c> channel, <c>C→RS(2:4)</c> sub-kernel, <c>CRS(unconstrained)</c> unstructured,
/// <c>RS→C1→C0(2:4)</c> 2:4, <c>RS→C2→C1(3:4)→C0(2:4)</c> two-rank HSS.
/// </remarks>
public sealed class SparsitySpecification : IEquatable<SparsitySpecification>, IParsable<SparsitySpecification>
{
    private const string Kind = "sparsity specification";

    private SparsitySpecification(ImmutableArray<RankSpecification> ranks) => Ranks = ranks;

    /// <summary>The ranks, highest first; at least one.</summary>
    public ImmutableArray<RankSpecification> Ranks { get; }

    /// <summary>
    /// ∏ G/H over the ranks with a rule; 1 without any; null where a rank is unconstrained or carries a range of rules, so that the
    /// specification does not determine it.
    /// </summary>
    public Fraction? Density
    {
        get
        {
            var density = Fraction.One;
            foreach (var rank in Ranks)
            {
                if (rank.Rule.Kind == RankRuleKind.Dense)
                {
                    continue;
                }

                if (rank.Rule.Rule is not { } rule)
                {
                    return null;
                }

                density *= rule.Density;
            }

            return density;
        }
    }

    /// <summary>A specification from its ranks, highest first.</summary>
    /// <exception cref="ArgumentException">A rank is null, has no rule, or a name that is not one, such as <c>C→K</c>.</exception>
    /// <exception cref="SparsityFormatException">The ranks contradict each other, or there is none; the exception lists every violation.</exception>
    public static SparsitySpecification Create(params ReadOnlySpan<RankSpecification> ranks)
    {
        foreach (var rank in ranks)
        {
            if (rank?.Rule is null)
            {
                throw new ArgumentException("Each rank has a name and a rule; the rule of a rank without G:H is RankRule.Dense.", nameof(ranks));
            }
        }

        var specification = Parse(string.Join('→', ranks.ToArray().Select(r => r.ToString())));
        return specification.Ranks.AsSpan().SequenceEqual(ranks)
            ? specification
            : throw new ArgumentException($"The ranks' names read as {specification}: a name is one or more upper-case letters and, for a split, its index.", nameof(ranks));
    }

    /// <summary>Reads a specification; <c>→</c> and <c>-&gt;</c>, <c>≤</c> and <c>&lt;=</c> are accepted.</summary>
    /// <exception cref="SparsityFormatException">The text is not a specification; the exception lists every violation with position and fix.</exception>
    public static SparsitySpecification Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (ranks, errors) = SpecificationParser.Parse(text);
        return errors.IsEmpty ? new SparsitySpecification(ranks) : throw new SparsityFormatException(text, Kind, errors);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static SparsitySpecification Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a specification; on failure <paramref name="errors"/> lists every violation.</summary>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out SparsitySpecification specification, out ImmutableArray<SparsityError> errors)
    {
        (var ranks, errors) = SpecificationParser.Parse(text ?? "");
        specification = errors.IsEmpty ? new SparsitySpecification(ranks) : null;
        return specification is not null;
    }

    /// <inheritdoc cref="TryParse(string?, out SparsitySpecification, out ImmutableArray{SparsityError})"/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SparsitySpecification result) => TryParse(s, out result, out _);

    /// <summary>The pattern on the split dimension; leading ranks without rule are dropped.</summary>
    /// <exception cref="SparsityFormatException">The ranks that remain are not single <c>G:H</c> rules on the splits of one dimension.</exception>
    public HssPattern ToPattern()
    {
        var errors = PatternErrors();
        return errors.IsEmpty
            ? HssPattern.Create([.. RuledRanks().Select(r => r.Rule.Rule!.Value)])
            : throw new SparsityFormatException(ToString(), "pattern", errors);
    }

    /// <summary>The family on the split dimension; leading ranks without rule are dropped.</summary>
    /// <exception cref="SparsityFormatException">The ranks that remain are not <c>G:H</c> rules or ranges of them on the splits of one dimension.</exception>
    public HssFamily ToFamily()
    {
        var errors = FamilyErrors();
        return errors.IsEmpty
            ? HssFamily.Create([.. RuledRanks().Select(r => r.Rule.Range!)])
            : throw new SparsityFormatException(ToString(), "family", errors);
    }

    internal ImmutableArray<SparsityError> PatternErrors()
    {
        var ranges = Ranks
            .Where(r => r.Rule.Range is { IsSingle: false })
            .Select(r => Error(r, $"Rank {r.Name} carries a range of rules; a pattern has one rule a rank.", $"Choose one, for example {r.Name}({r.Rule.Range!.First})."));
        return [.. FamilyErrors().Concat(ranges).OrderBy(e => e.Position)];
    }

    internal ImmutableArray<SparsityError> FamilyErrors()
    {
        var errors = ImmutableArray.CreateBuilder<SparsityError>();
        var ruled = RuledRanks();
        if (ruled.IsEmpty)
        {
            errors.Add(Error(Ranks[^1], "No rank carries a rule.", "Put G:H on the lowest rank, for example C0(2:4); dense is C0(1:1)."));
        }

        foreach (var rank in ruled)
        {
            if (rank.Rule.Kind != RankRuleKind.Structured)
            {
                var what = rank.Rule.Kind == RankRuleKind.Dense ? "has no rule" : "is unconstrained";
                errors.Add(Error(rank, $"Rank {rank.Name} {what}.", $"Every rank below the first rule needs G:H; for a dense rank of shape 4 write {rank.Name}(4:4)."));
            }

            if (rank.Name.Dimensions != ruled[0].Name.Dimensions)
            {
                errors.Add(Error(rank, $"Rank {rank.Name} is not a split of {ruled[0].Name.Dimensions}.", "A pattern's rules stand on the splits of one dimension, as in C1(4:8)→C0(2:4)."));
            }
        }

        return errors.ToImmutable();
    }

    /// <inheritdoc/>
    public bool Equals(SparsitySpecification? other) => other is not null && Ranks.SequenceEqual(other.Ranks);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SparsitySpecification);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranks.Aggregate(Ranks.Length, HashCode.Combine);

    /// <summary>For example <c>RS→C2→C1(3:4)→C0(2:4)</c>; <see cref="Parse(string)"/> reads it back.</summary>
    public override string ToString() => string.Join('→', Ranks);

    private ImmutableArray<RankSpecification> RuledRanks() => [.. Ranks.SkipWhile(r => r.Rule.Kind == RankRuleKind.Dense)];

    private SparsityError Error(RankSpecification rank, string message, string fix)
    {
        var position = Ranks.TakeWhile(r => r != rank).Sum(r => r.ToString().Length + 1);
        return new SparsityError(position, rank.ToString().Length, message, fix);
    }
}
