using System.Collections.Immutable;

namespace HighLight.Tensors;

/// <summary>An immutable dense tensor with named ranks, row-major: the last rank varies fastest.</summary>
/// <typeparam name="T">The element type, a primitive number.</typeparam>
public sealed class DenseTensor<T>
    where T : unmanaged
{
    private readonly ReadOnlyMemory<T> _values;

    private DenseTensor(ImmutableArray<TensorRank> ranks, ReadOnlyMemory<T> values)
    {
        Ranks = ranks;
        _values = values;
    }

    /// <summary>The ranks, outermost first; at least one.</summary>
    public ImmutableArray<TensorRank> Ranks { get; }

    /// <summary>The values, row-major.</summary>
    public ReadOnlySpan<T> Values => _values.Span;

    /// <summary>How many values there are: the product of the shapes.</summary>
    public int Count => _values.Length;

    /// <summary>The value at <paramref name="coordinates"/>, one for each rank, outermost first.</summary>
    /// <exception cref="ArgumentException">The number of coordinates is not the number of ranks.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is outside its rank's shape.</exception>
    public T this[params ReadOnlySpan<int> coordinates]
    {
        get
        {
            if (coordinates.Length != Ranks.Length)
            {
                throw new ArgumentException(
                    Invariant($"{this} takes {Ranks.Length} coordinates, not {coordinates.Length}."), nameof(coordinates));
            }

            var index = 0;
            for (var i = 0; i < coordinates.Length; i++)
            {
                if ((uint)coordinates[i] >= (uint)Ranks[i].Shape)
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(coordinates), coordinates[i], Invariant($"Coordinates of rank {Ranks[i].Name} are in 0..{Ranks[i].Shape - 1}."));
                }

                index = (index * Ranks[i].Shape) + coordinates[i];
            }

            return _values.Span[index];
        }
    }

    /// <summary>A tensor with a copy of <paramref name="values"/>.</summary>
    /// <param name="ranks">Names and shapes, outermost first; names are distinct, shapes 0 or more.</param>
    /// <param name="values">The values, row-major.</param>
    /// <exception cref="ArgumentException">No rank, a name that is empty or repeated, a negative shape, or values whose number is not the product of the shapes: all named at once.</exception>
    public static DenseTensor<T> Create(ReadOnlySpan<TensorRank> ranks, ReadOnlySpan<T> values) => Wrap([.. ranks], values.ToArray());

    /// <summary>Ranks in another order, for example KCRS → KRSC; the values are copied.</summary>
    /// <param name="names">Every rank's name once, outermost first.</param>
    /// <exception cref="ArgumentException">The names are not a permutation of the ranks.</exception>
    public DenseTensor<T> Reorder(params ReadOnlySpan<string> names)
    {
        var order = Order(names);
        var strides = Strides();
        var ranks = order.Select(i => Ranks[i]).ToImmutableArray();
        var result = new T[Count];
        if (result.Length > 0)
        {
            var source = _values.Span;
            Span<int> coordinates = new int[order.Length];
            var from = 0;
            for (var to = 0; to < result.Length; to++)
            {
                result[to] = source[from];
                for (var i = order.Length - 1; i >= 0; i--)
                {
                    from += strides[order[i]];
                    if (++coordinates[i] < ranks[i].Shape)
                    {
                        break;
                    }

                    from -= strides[order[i]] * ranks[i].Shape;
                    coordinates[i] = 0;
                }
            }
        }

        return new DenseTensor<T>(ranks, result);
    }

    /// <summary>
    /// The matrix with <paramref name="rowRanks"/> flattened into rows and <paramref name="columnRanks"/> into columns, for example rows K and
    /// columns R, S, C: convolution weights with the input channels innermost.
    /// </summary>
    /// <exception cref="ArgumentException">The names together are not a permutation of the ranks, or an empty tensor's rows or columns exceed an integer.</exception>
    public Matrix<T> ToMatrix(ReadOnlySpan<string> rowRanks, ReadOnlySpan<string> columnRanks)
    {
        var ordered = Reorder([.. rowRanks, .. columnRanks]);
        var rows = Flattened(ordered.Ranks[..rowRanks.Length]);
        var columns = Flattened(ordered.Ranks[rowRanks.Length..]);
        return Matrix<T>.Wrap(rows, columns, ordered._values);
    }

    /// <summary>The shape of the rank called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such rank; the message lists those there are.</exception>
    public int Shape(string name)
    {
        foreach (var rank in Ranks)
        {
            if (rank.Name == name)
            {
                return rank.Shape;
            }
        }

        throw new ArgumentException($"{this} has no rank '{name}'; it has {string.Join(", ", Ranks.Select(r => r.Name))}.", nameof(name));
    }

    /// <summary>For example <c>Single[K:64, C:16, R:3, S:3]</c>.</summary>
    public override string ToString() => $"{typeof(T).Name}[{string.Join(", ", Ranks)}]";

    internal static DenseTensor<T> Wrap(ImmutableArray<TensorRank> ranks, ReadOnlyMemory<T> values)
    {
        var problems = new List<string>();
        if (ranks.IsDefaultOrEmpty)
        {
            problems.Add("a tensor has at least one rank");
        }
        else
        {
            problems.AddRange(ranks.Where(r => string.IsNullOrWhiteSpace(r.Name)).Select(r => "a rank has no name"));
            problems.AddRange(ranks.GroupBy(r => r.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"rank {g.Key} occurs {g.Count()} times"));
            problems.AddRange(ranks.Where(r => r.Shape < 0).Select(r => $"rank {r} has a negative shape"));
            var count = ranks.Aggregate(System.Numerics.BigInteger.One, (product, rank) => product * rank.Shape);
            if (count != values.Length)
            {
                problems.Add(Invariant($"the shapes hold {count} values but {values.Length} are given"));
            }
        }

        return problems.Count == 0
            ? new DenseTensor<T>(ranks, values)
            : throw new ArgumentException($"Not a tensor: {string.Join("; ", problems)}.", nameof(ranks));
    }

    private static int Flattened(ImmutableArray<TensorRank> ranks)
    {
        // Only an empty tensor can have shapes that multiply to more.
        var shape = ranks.Aggregate(System.Numerics.BigInteger.One, (product, rank) => product * rank.Shape);
        return shape <= int.MaxValue
            ? (int)shape
            : throw new ArgumentException(Invariant($"{string.Join(" × ", ranks)} flatten to {shape} coordinates; at most {int.MaxValue} are possible."));
    }

    private ImmutableArray<int> Order(ReadOnlySpan<string> names)
    {
        var order = ImmutableArray.CreateBuilder<int>(names.Length);
        foreach (var name in names)
        {
            var at = -1;
            for (var i = 0; i < Ranks.Length; i++)
            {
                if (Ranks[i].Name == name)
                {
                    at = i;
                }
            }

            if (at >= 0 && !order.Contains(at))
            {
                order.Add(at);
            }
        }

        return order.Count == Ranks.Length && names.Length == Ranks.Length
            ? order.ToImmutable()
            : throw new ArgumentException($"'{string.Join(", ", names)}' does not name each rank of {this} once.", nameof(names));
    }

    private int[] Strides()
    {
        var strides = new int[Ranks.Length];
        var stride = 1;
        for (var i = Ranks.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Ranks[i].Shape;
        }

        return strides;
    }
}
