namespace HighLight.Sparsity;

/// <summary>One rank of a sparsity specification: its name and its rule, for example <c>C1(3:4)</c>.</summary>
public sealed record RankSpecification(RankName Name, RankRule Rule)
{
    /// <summary>For example <c>C1(3:4)</c>, or <c>RS</c> for a rank without rule.</summary>
    public override string ToString() => Rule.Kind == RankRuleKind.Dense ? Name.ToString() : $"{Name}({Rule})";
}
