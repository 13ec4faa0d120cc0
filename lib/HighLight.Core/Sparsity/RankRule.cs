namespace HighLight.Sparsity;

/// <summary>The rule on one rank of a specification: none, unconstrained, or <c>G:H</c> (a range of them in a family).</summary>
public sealed record RankRule
{
    private RankRule(RankRuleKind kind, GhRange? range)
    {
        Kind = kind;
        Range = range;
    }

    /// <summary>No rule.</summary>
    public static RankRule Dense { get; } = new(RankRuleKind.Dense, null);

    /// <summary>Any coordinates may be empty.</summary>
    public static RankRule Unconstrained { get; } = new(RankRuleKind.Unconstrained, null);

    /// <summary>Which of the three it is.</summary>
    public RankRuleKind Kind { get; }

    /// <summary>The rules admitted, when <see cref="Kind"/> is <see cref="RankRuleKind.Structured"/>; otherwise null.</summary>
    public GhRange? Range { get; }

    /// <summary>The rule, when exactly one is admitted; otherwise null.</summary>
    public Gh? Rule => Range is { IsSingle: true } range ? range.First : null;

    /// <summary>One rule.</summary>
    public static RankRule Structured(Gh rule) => new(RankRuleKind.Structured, new GhRange(rule));

    /// <summary>A range of rules.</summary>
    public static RankRule Structured(GhRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return new RankRule(RankRuleKind.Structured, range);
    }

    /// <summary>The text between the parentheses; empty for a dense rank.</summary>
    public override string ToString() => Kind switch
    {
        RankRuleKind.Dense => "",
        RankRuleKind.Unconstrained => SpecificationParser.UnconstrainedWord,
        _ => Range!.ToString(),
    };
}
