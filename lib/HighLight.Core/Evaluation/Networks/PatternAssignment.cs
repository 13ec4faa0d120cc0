using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>Which zeros the weights of each layer have: one operand for all layers that are pruned, or a pattern for each layer by name. Layers that are not pruned are dense.</summary>
public sealed record PatternAssignment
{
    private static readonly OperandDensity Unpruned = new DenseOperand();

    private PatternAssignment(OperandDensity all, ImmutableSortedDictionary<string, HssPattern>? patterns)
    {
        All = all;
        Patterns = patterns;
    }

    /// <summary>No layer is pruned.</summary>
    public static PatternAssignment Dense { get; } = new(Unpruned, null);

    /// <summary>The operand of all pruned layers, where no layer has its own.</summary>
    public OperandDensity All { get; }

    /// <summary>The pattern of each layer by name; null where all have the same operand.</summary>
    public ImmutableSortedDictionary<string, HssPattern>? Patterns { get; }

    /// <summary>One pattern for all pruned layers.</summary>
    public static PatternAssignment Uniform(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.IsDense ? Dense : new(new HssOperand(pattern), null);
    }

    /// <summary>Zeros in any place, the same share in all pruned layers.</summary>
    /// <param name="density">Share of nonzeros, 0..1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="density"/> is not in 0..1.</exception>
    public static PatternAssignment Unstructured(double density) => density == 1 ? Dense : new(new UniformOperand(density), null);

    /// <summary>A pattern for each layer by name; layers without one are dense.</summary>
    public static PatternAssignment PerLayer(IEnumerable<KeyValuePair<string, HssPattern>> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return new(Unpruned, patterns.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>Operand A of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="policy">Which layers are pruned; the others are dense, whatever is assigned.</param>
    public OperandDensity OperandOf(Layer layer, PruningPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(policy);
        return !policy.Prunes(layer.Role) ? Unpruned
            : Patterns is null ? All
            : Patterns.TryGetValue(layer.Name, out var pattern) && !pattern.IsDense ? new HssOperand(pattern)
            : Unpruned;
    }

    /// <summary>Names of layers that have a pattern and are not in the network, in ordinal order.</summary>
    public ImmutableArray<string> Unknown(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var known = network.Layers.Select(layer => layer.Name).ToHashSet(StringComparer.Ordinal);
        return Patterns is null ? [] : [.. Patterns.Keys.Where(name => !known.Contains(name))];
    }

    /// <inheritdoc/>
    public bool Equals(PatternAssignment? other) =>
        other is not null && All == other.All && (Patterns is null ? other.Patterns is null : other.Patterns is not null && Patterns.SequenceEqual(other.Patterns));

    /// <inheritdoc/>
    public override int GetHashCode() => Patterns is null ? All.GetHashCode() : Patterns.Aggregate(Patterns.Count, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <summary>For example <c>C1(4:8)→C0(2:4)</c>, <c>unstructured 0.25</c>, <c>dense</c>, or <c>12 layers, 3 patterns</c>.</summary>
    public override string ToString() => Patterns is null ? All.ToString() : Invariant($"{Patterns.Count} layers, {Patterns.Values.Distinct().Count()} patterns");
}
