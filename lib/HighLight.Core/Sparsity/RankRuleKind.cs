namespace HighLight.Sparsity;

/// <summary>What a specification says about a rank.</summary>
public enum RankRuleKind
{
    /// <summary>No rule: every coordinate may be nonempty.</summary>
    Dense,

    /// <summary><c>(unconstrained)</c>: any coordinates may be empty, in any number.</summary>
    Unconstrained,

    /// <summary><c>(G:H)</c>, or a range of such rules.</summary>
    Structured,
}
