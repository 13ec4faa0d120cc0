using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HighLight.Notebooks;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>
/// An immutable tensor as a tree: each rank a level, each fiber the list of its nonempty coordinates with their payloads. The view in which sparsity
/// is specified: dimensions are reordered, flattened and split into ranks, and rules are put on the fibers of a rank.
/// </summary>
/// <remarks>
/// A value is empty exactly if it equals 0; −0 is empty too, NaN is not. Every transformation keeps the values and changes only the ranks
/// that address them, so that <see cref="WithOriginalRanks"/> always leads back.
/// </remarks>
[TypeFormatterSource(typeof(FibertreeFormatterSource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class Fibertree : IEquatable<Fibertree>
{
    private readonly int[] _positions;
    private readonly float[] _values;

    private Fibertree(RankLayout layout, int[] positions, float[] values, long[] keys)
    {
        Layout = layout;
        _positions = positions;
        _values = values;
        Root = new FiberBuilder(layout, keys, values).Build();
    }

    /// <summary>The ranks, outermost first, each with the shape of a fiber that no tail cuts short.</summary>
    public ImmutableArray<TensorRank> Ranks => Layout.Ranks;

    /// <summary>The ranks of the tensor that the tree was built from.</summary>
    public ImmutableArray<TensorRank> OriginalRanks => Layout.Dimensions;

    /// <summary>The fiber of the outermost rank. It is the one fiber that is present even when it is empty.</summary>
    public Fiber Root { get; }

    /// <summary>How many values are not 0.</summary>
    public int LeafCount => _values.Length;

    /// <summary>How many values the tensor has, zeros included.</summary>
    public int PositionCount => (int)Layout.PositionsBelow([]);

    /// <summary>Nonzero values over all values, exactly; 0 for a tensor without values.</summary>
    public Fraction Density => PositionCount == 0 ? Fraction.Zero : new Fraction(LeafCount, PositionCount);

    internal RankLayout Layout { get; }

    /// <summary>The tree of a tensor, one rank a dimension, in the tensor's order.</summary>
    /// <exception cref="ArgumentException">The tensor has more than 64 ranks.</exception>
    public static Fibertree FromTensor(DenseTensor<float> tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var positions = new List<int>();
        var values = new List<float>();
        var source = tensor.Values;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != 0)
            {
                positions.Add(i);
                values.Add(source[i]);
            }
        }

        return Create(RankLayout.Of(tensor.Ranks), [.. positions], [.. values]);
    }

    /// <summary>The dense tensor with the tree's ranks. Where tails cut fibers short it is filled up with zeros to the ranks' shapes.</summary>
    /// <exception cref="InvalidOperationException">The shapes hold more values than an array; <see cref="WithOriginalRanks"/> has no such padding.</exception>
    public DenseTensor<float> ToTensor()
    {
        var count = Ranks.Aggregate(System.Numerics.BigInteger.One, (product, rank) => product * rank.Shape);
        if (count > Array.MaxLength)
        {
            throw new InvalidOperationException(
                Invariant($"A dense tensor {this} would hold {count} values; at most {Array.MaxLength} are possible. Use WithOriginalRanks().ToTensor()."));
        }

        var values = new float[(int)count];
        for (var i = 0; i < _values.Length; i++)
        {
            var key = Layout.Key(_positions[i]);
            var index = 0;
            for (var depth = 0; depth < Ranks.Length; depth++)
            {
                index = (index * Ranks[depth].Shape) + Layout.Coordinate(key, depth);
            }

            values[index] = _values[i];
        }

        return DenseTensor<float>.Wrap(Ranks, values);
    }

    /// <summary>The same layout and bitwise the same values at the same places.</summary>
    public bool Equals(Fibertree? other) =>
        other is not null
        && Layout.Equals(other.Layout)
        && _positions.AsSpan().SequenceEqual(other._positions)
        && MemoryMarshal.AsBytes(_values.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(other._values.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fibertree);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layout, LeafCount);

    /// <summary>The ranks and their shapes, for example <c>K:64→RS:9→C1:4→C0:4</c>; <see cref="ToText"/> draws the tree.</summary>
    public override string ToString() => Layout.ToString();

    /// <summary>The same values under another layout of the same dimensions.</summary>
    internal Fibertree With(RankLayout layout) => Create(layout, _positions, _values);

    /// <summary>The tree of the leaves for which <paramref name="keep"/>, in the order of the leaves, is true.</summary>
    internal Fibertree Where(ReadOnlySpan<bool> keep)
    {
        var positions = new List<int>();
        var values = new List<float>();
        for (var i = 0; i < keep.Length; i++)
        {
            if (keep[i])
            {
                positions.Add(_positions[i]);
                values.Add(_values[i]);
            }
        }

        return Create(Layout, [.. positions], [.. values]);
    }

    /// <summary>For each of this tree's leaves, in order, whether <paramref name="other"/>, a tree of the same layout, holds a value there.</summary>
    internal bool[] PresentIn(Fibertree other)
    {
        var there = other._positions.ToHashSet();
        return [.. _positions.Select(there.Contains)];
    }

    /// <summary>This tree's leaves and, where it is empty, those of <paramref name="other"/>, a tree of the same layout.</summary>
    internal Fibertree UnionWith(Fibertree other)
    {
        var here = _positions.ToHashSet();
        var added = Enumerable.Range(0, other.LeafCount).Where(i => !here.Contains(other._positions[i])).ToArray();
        return Create(Layout, [.. _positions, .. added.Select(i => other._positions[i])], [.. _values, .. added.Select(i => other._values[i])]);
    }

    private static Fibertree Create(RankLayout layout, int[] positions, float[] values)
    {
        var keys = Array.ConvertAll(positions, layout.Key);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
            {
                var order = Enumerable.Range(0, keys.Length).ToArray();
                Array.Sort(keys, order);
                return new Fibertree(layout, Array.ConvertAll(order, j => positions[j]), Array.ConvertAll(order, j => values[j]), keys);
            }
        }

        return new Fibertree(layout, positions, values, keys);
    }
}
