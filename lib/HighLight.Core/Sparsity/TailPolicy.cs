namespace HighLight.Sparsity;

/// <summary>What happens to the values at the end of a segment that do not fill a whole group of a pattern.</summary>
public enum TailPolicy
{
    /// <summary>The segment counts as filled up with zeros to whole groups; the tail follows the rules and stores a whole group's entries.</summary>
    Pad,

    /// <summary>The tail is left unpruned and every value of it is stored.</summary>
    Dense,

    /// <summary>A tail is an error.</summary>
    Reject,
}
