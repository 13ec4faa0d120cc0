using HighLight.Sparsity;

namespace HighLight.Experiments.Degrees;

/// <summary>A family of patterns with the name that tables and figures give it.</summary>
/// <param name="Name">A short name, unique in a run.</param>
/// <param name="Family">The family.</param>
public sealed record NamedFamily(string Name, HssFamily Family)
{
    /// <summary>One rank, 2:H up to 2:16: 15 degrees the flat way (paper Fig. 6, recalled).</summary>
    public static NamedFamily S { get; } = new("S", HssFamily.Parse("C0(2:{2≤H≤16})"));

    /// <summary>Two ranks, 2:H on each: 15 degrees the hierarchical way (paper Fig. 6, recalled).</summary>
    public static NamedFamily SS { get; } = new("SS", HssFamily.Parse("C1(2:{2≤H≤8})→C0(2:{2≤H≤4})"));

    /// <summary>Operand A of HighLight (recalled).</summary>
    public static NamedFamily HighLight { get; } = new("HighLight", HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})"));

    /// <summary>Operand A of a sparse tensor core: dense or 2:4.</summary>
    public static NamedFamily Stc { get; } = new("STC", HssFamily.Parse("C0(2:{2,4})"));

    /// <summary>Operand A of S2TA: up to 4 of 8.</summary>
    public static NamedFamily S2ta { get; } = new("S2TA", HssFamily.Parse("C0({G≤4}:8)"));

    /// <summary>A family of one's own.</summary>
    /// <param name="name">A short name.</param>
    /// <param name="specification">For example <c>C1(4:{4≤H≤8})→C0(2:{2≤H≤4})</c>; <c>-&gt;</c> and <c>&lt;=</c> are accepted.</param>
    /// <exception cref="SparsityFormatException">The specification is not a family.</exception>
    public static NamedFamily Of(string name, string specification) => new(name, HssFamily.Parse(specification));
}
