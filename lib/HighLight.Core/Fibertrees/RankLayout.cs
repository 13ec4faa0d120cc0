using System.Collections.Immutable;
using HighLight.Tensors;

namespace HighLight.Fibertrees;

/// <summary>
/// How the ranks of a tree address the values of its tensor: the axes that the dimensions are flattened into, the parts that these are split
/// into, and the order of the parts. Every transformation of a tree is another layout over the same values.
/// </summary>
internal sealed class RankLayout : IEquatable<RankLayout>
{
    /// <summary>No tensor of the field has more than a handful; the bound keeps recursion and hostile input cheap.</summary>
    public const int MaxRanks = 64;

    private readonly ImmutableArray<int> _dimensionStrides;
    private readonly ImmutableArray<long> _keyStrides;
    private readonly ImmutableArray<ImmutableArray<int>> _depths;

    private RankLayout(ImmutableArray<TensorRank> dimensions, ImmutableArray<Axis> axes, ImmutableArray<(int Axis, int Part)> order)
    {
        Dimensions = dimensions;
        Axes = axes;
        Order = order;
        Ranks = [.. order.Select(o => new TensorRank(axes[o.Axis].NameOf(o.Part), axes[o.Axis].Shape(o.Part)))];
        _depths = [.. axes.Select((a, i) => Enumerable.Range(0, a.Parts).Select(p => order.IndexOf((i, p))).ToImmutableArray())];
        _dimensionStrides = [.. dimensions.Select((_, i) => dimensions[(i + 1)..].Aggregate(1, (product, d) => product * d.Shape))];
        _keyStrides = KeyStrides(axes, order);
    }

    /// <summary>The ranks of the tensor that the tree was built from.</summary>
    public ImmutableArray<TensorRank> Dimensions { get; }

    public ImmutableArray<Axis> Axes { get; }

    /// <summary>The axis and the part of each rank, outermost first.</summary>
    public ImmutableArray<(int Axis, int Part)> Order { get; }

    public ImmutableArray<TensorRank> Ranks { get; }

    /// <summary>The layout of a tensor as it is: one rank a dimension.</summary>
    public static RankLayout Of(ImmutableArray<TensorRank> dimensions) => Create(
        dimensions,
        [.. dimensions.Select((d, i) => new Axis(d.Name, [i], d.Shape, [1]))],
        [.. dimensions.Select((_, i) => (i, 0))]);

    /// <exception cref="ArgumentException">There are too many ranks, or two of one name.</exception>
    public static RankLayout Create(ImmutableArray<TensorRank> dimensions, ImmutableArray<Axis> axes, ImmutableArray<(int Axis, int Part)> order)
    {
        if (order.Length > MaxRanks)
        {
            throw new ArgumentException(Invariant($"A fibertree has at most {MaxRanks} ranks, not {order.Length}. Flatten some, or split less."));
        }

        var layout = new RankLayout(dimensions, axes, order);
        var twice = layout.Ranks.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        return twice.Length == 0
            ? layout
            : throw new ArgumentException($"Two ranks would be called {string.Join(" and two ", twice)}. Rename a rank of the tensor.");
    }

    /// <exception cref="ArgumentException">There is no such rank; the message lists those there are.</exception>
    public int Depth(string rank)
    {
        for (var i = 0; i < Ranks.Length; i++)
        {
            if (Ranks[i].Name == rank)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no rank '{rank}'; the ranks are {string.Join(", ", Ranks.Select(r => r.Name))}.", nameof(rank));
    }

    public RankLayout Split(string rank, int shape)
    {
        var depth = Depth(rank);
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        var (axis, part) = Order[depth];
        var stride = (long)Axes[axis].Strides[part] * shape;
        if (stride > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, Invariant($"A fiber of rank {rank} would span {stride} values; at most {int.MaxValue} are possible. Split by a smaller shape."));
        }

        var split = Axes[axis] with { Strides = Axes[axis].Strides.Insert(part, (int)stride), Indexed = false };
        var order = Order.Select(o => o.Axis == axis && o.Part > part ? (axis, o.Part + 1) : o).ToImmutableArray();
        return Create(Dimensions, Axes.SetItem(axis, split), order.Insert(depth + 1, (axis, part + 1)));
    }

    public RankLayout Flatten(ReadOnlySpan<string> ranks)
    {
        if (ranks.Length < 2)
        {
            throw new ArgumentException("Name at least two adjacent ranks to flatten, highest first.", nameof(ranks));
        }

        var first = Depth(ranks[0]);
        for (var i = 1; i < ranks.Length; i++)
        {
            if (Depth(ranks[i]) != first + i)
            {
                throw new ArgumentException($"Rank {ranks[i]} does not follow {ranks[i - 1]} in {string.Join('→', Ranks.Select(r => r.Name))}. Reorder first.", nameof(ranks));
            }
        }

        var flattened = Order.AsSpan().Slice(first, ranks.Length);
        return flattened[0].Axis == flattened[1].Axis ? Join(first, flattened) : Combine(first, flattened);
    }

    public RankLayout Reorder(ReadOnlySpan<string> ranks)
    {
        var order = ImmutableArray.CreateBuilder<(int, int)>(ranks.Length);
        foreach (var rank in ranks)
        {
            order.Add(Order[Depth(rank)]);
        }

        return order.Count == Order.Length && order.Distinct().Count() == order.Count
            ? Create(Dimensions, Axes, order.ToImmutable())
            : throw new ArgumentException($"'{string.Join(", ", ranks)}' does not name each of the ranks {string.Join(", ", Ranks.Select(r => r.Name))} once.", nameof(ranks));
    }

    /// <summary>A number that orders positions of the tensor as the leaves of the tree are ordered; <see cref="Coordinate"/> takes it apart.</summary>
    public long Key(int position)
    {
        Span<int> coordinates = stackalloc int[MaxRanks];
        long key = 0;
        for (var a = 0; a < Axes.Length; a++)
        {
            var axis = Axes[a];
            var index = 0;
            foreach (var dimension in axis.Dimensions)
            {
                index = (index * Dimensions[dimension].Shape) + (position / _dimensionStrides[dimension] % Dimensions[dimension].Shape);
            }

            axis.Decode(index, coordinates);
            for (var part = 0; part < axis.Parts; part++)
            {
                key += coordinates[part] * _keyStrides[_depths[a][part]];
            }
        }

        return key;
    }

    /// <summary>The coordinate of rank <paramref name="depth"/> in a key.</summary>
    public int Coordinate(long key, int depth)
    {
        var within = depth == 0 ? key : key % _keyStrides[depth - 1];
        return (int)(within / _keyStrides[depth]);
    }

    /// <summary>The shape of a fiber of rank <paramref name="path"/>.Length: how many coordinates exist at its place; less than the rank's at a tail.</summary>
    public int FiberShape(ReadOnlySpan<int> path)
    {
        var (axis, part) = Order[path.Length];
        Span<int> coordinates = stackalloc int[Axes[axis].Parts];
        for (var p = 0; p < coordinates.Length; p++)
        {
            var depth = _depths[axis][p];
            coordinates[p] = depth < path.Length ? path[depth] : p == part ? Axis.Free : 0;
        }

        return (int)Axes[axis].Count(coordinates);
    }

    /// <summary>How many values of the tensor lie below a path, empty ones included.</summary>
    public long PositionsBelow(ReadOnlySpan<int> path)
    {
        Span<int> coordinates = stackalloc int[Order.Length];
        coordinates.Fill(Axis.Free);
        path.CopyTo(coordinates);
        return Count(coordinates);
    }

    /// <summary>How many coordinates rank <paramref name="depth"/> has over all its fibers, empty ones included.</summary>
    public long PositionsAt(int depth)
    {
        Span<int> coordinates = stackalloc int[Order.Length];
        coordinates.Clear();
        coordinates[..(depth + 1)].Fill(Axis.Free);
        return Count(coordinates);
    }

    public bool Equals(RankLayout? other) =>
        other is not null && Dimensions.SequenceEqual(other.Dimensions) && Ranks.SequenceEqual(other.Ranks)
        && Order.Select(o => (Axes[o.Axis], o.Part)).SequenceEqual(other.Order.Select(o => (other.Axes[o.Axis], o.Part)));

    public override bool Equals(object? obj) => Equals(obj as RankLayout);

    public override int GetHashCode() => Ranks.Aggregate(Ranks.Length, HashCode.Combine);

    /// <summary>For example <c>K:2→C1:2→C0:4</c>.</summary>
    public override string ToString() => string.Join('→', Ranks);

    private static ImmutableArray<long> KeyStrides(ImmutableArray<Axis> axes, ImmutableArray<(int Axis, int Part)> order)
    {
        // A part takes at most ceil(extent / stride) coordinates, also where its shape is nominally more; only absurdly uneven splits overflow.
        var strides = new long[order.Length];
        Int128 stride = 1;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            strides[i] = (long)stride;
            var axis = axes[order[i].Axis];
            var (steps, rest) = Math.DivRem(axis.Extent, axis.Strides[order[i].Part]);
            stride *= Math.Max(1, Math.Min(axis.Shape(order[i].Part), steps + (rest > 0 ? 1 : 0)));
            if (stride > long.MaxValue)
            {
                throw new ArgumentException("The ranks span more coordinates than can be counted. Split by shapes that divide each other.", nameof(order));
            }
        }

        return [.. strides];
    }

    /// <summary>Flattens neighbouring parts of one axis back into one part.</summary>
    private RankLayout Join(int first, ReadOnlySpan<(int Axis, int Part)> parts)
    {
        var (axis, top) = parts[0];
        var strides = Axes[axis].Strides;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i] != (axis, top + i))
            {
                throw NotFlattenable(first, parts.Length, "Only splits of one dimension that follow each other, or whole dimensions, can be flattened.");
            }
        }

        var bottom = top + parts.Length - 1;
        for (var part = top; part < bottom; part++)
        {
            if (strides[part] % strides[bottom] != 0)
            {
                throw NotFlattenable(first, parts.Length, "The split below is uneven, so that their coordinates do not combine; flatten the lowest splits first.");
            }
        }

        var joined = Axes[axis] with { Strides = strides.RemoveRange(top, parts.Length - 1), Indexed = false };
        var order = Order.RemoveRange(first + 1, parts.Length - 1)
            .Select(o => o.Axis == axis && o.Part > bottom ? (axis, o.Part - (bottom - top)) : o);
        return Create(Dimensions, Axes.SetItem(axis, joined), [.. order]);
    }

    /// <summary>Flattens whole axes into one.</summary>
    private RankLayout Combine(int first, ReadOnlySpan<(int Axis, int Part)> parts)
    {
        var axes = new List<int>();
        foreach (var (axis, _) in parts)
        {
            if (Axes[axis].Parts > 1)
            {
                throw NotFlattenable(first, parts.Length, $"{Axes[axis].Name} is split; flatten its splits first.");
            }

            axes.Add(axis);
        }

        var combined = Axis.Combine([.. axes.Select(a => Axes[a])]);
        var kept = Enumerable.Range(0, Axes.Length).Except(axes).ToList();
        var order = Order.RemoveRange(first, parts.Length)
            .Select(o => (kept.IndexOf(o.Axis), o.Part)).ToImmutableArray()
            .Insert(first, (kept.Count, 0));
        return Create(Dimensions, [.. kept.Select(a => Axes[a]), combined], order);
    }

    private ArgumentException NotFlattenable(int first, int count, string why) =>
        new($"{string.Join('→', Ranks.Slice(first, count).Select(r => r.Name))} cannot be flattened: {why}");

    private long Count(ReadOnlySpan<int> coordinates)
    {
        Span<int> parts = stackalloc int[MaxRanks];
        long product = 1;
        for (var a = 0; a < Axes.Length; a++)
        {
            for (var p = 0; p < Axes[a].Parts; p++)
            {
                parts[p] = coordinates[_depths[a][p]];
            }

            product *= Axes[a].Count(parts[..Axes[a].Parts]);
        }

        return product;
    }
}
