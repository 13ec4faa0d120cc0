using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <summary>
/// One index that the ranks of a tree take apart: a dimension of the tensor, or several flattened into one, cut into parts. Part p counts
/// steps of Strides[p]; the last stride is 1. An index decodes greedily, highest part first, so that uneven splits are exact as well.
/// </summary>
/// <param name="Name">The names of the dimensions, concatenated.</param>
/// <param name="Dimensions">Which dimensions of the tensor, outermost first.</param>
/// <param name="Extent">How many indices there are.</param>
/// <param name="Strides">The stride of each part, highest part first.</param>
/// <param name="Indexed">Whether the name carries an index although there is one part only (C0).</param>
internal sealed record Axis(string Name, ImmutableArray<int> Dimensions, int Extent, ImmutableArray<int> Strides, bool Indexed = false)
{
    /// <summary>Stands for a coordinate that is not fixed in <see cref="Count"/>.</summary>
    public const int Free = -1;

    public int Parts => Strides.Length;

    /// <summary>One axis over the dimensions of several.</summary>
    /// <exception cref="ArgumentException">Their indices exceed an integer; this takes an empty tensor.</exception>
    public static Axis Combine(params ReadOnlySpan<Axis> axes)
    {
        var name = "";
        var dimensions = ImmutableArray.CreateBuilder<int>();
        Int128 extent = 1;
        foreach (var axis in axes)
        {
            name += axis.Name;
            dimensions.AddRange(axis.Dimensions);
            extent *= axis.Extent;
            if (extent > int.MaxValue)
            {
                throw new ArgumentException(Invariant($"Rank {name} would have more than {int.MaxValue} coordinates. Flatten fewer ranks."), nameof(axes));
            }
        }

        return new Axis(name, dimensions.ToImmutable(), (int)extent, [1]);
    }

    /// <summary>How many coordinates a fiber of this part has where no tail cuts it short.</summary>
    public int Shape(int part) => (int)(((long)Bound(part) + Strides[part] - 1) / Strides[part]);

    public string NameOf(int part) => Parts == 1 && !Indexed ? Name : Invariant($"{Name}{Parts - 1 - part}");

    public void Decode(int index, Span<int> coordinates)
    {
        for (var part = 0; part < Parts; part++)
        {
            (coordinates[part], index) = Math.DivRem(index, Strides[part]);
        }
    }

    /// <summary>How many indices have the given coordinates, <see cref="Free"/> ones taking every value.</summary>
    public long Count(ReadOnlySpan<int> coordinates)
    {
        Span<long> whole = stackalloc long[Parts + 1];
        whole[Parts] = 1;
        for (var part = Parts - 1; part > 0; part--)
        {
            whole[part] = CountBelow(part, Bound(part), coordinates, whole);
        }

        return CountBelow(0, Extent, coordinates, whole);
    }

    public bool Equals(Axis? other) =>
        other is not null && Name == other.Name && Extent == other.Extent && Indexed == other.Indexed
        && Dimensions.SequenceEqual(other.Dimensions) && Strides.SequenceEqual(other.Strides);

    public override int GetHashCode() => HashCode.Combine(Name, Extent, Strides.Length);

    /// <summary>The count among the indices below <paramref name="limit"/> of one block of <paramref name="part"/>; whole[p]: the count in a full block of part p.</summary>
    private long CountBelow(int part, long limit, ReadOnlySpan<int> coordinates, ReadOnlySpan<long> whole)
    {
        long count = 0;
        for (; part < Parts && limit > 0; part++)
        {
            long stride = Strides[part];
            if (coordinates[part] == Free)
            {
                count += limit / stride * whole[part + 1];
                limit %= stride;
            }
            else
            {
                limit = Math.Min(limit - (coordinates[part] * stride), stride);
            }
        }

        return limit > 0 ? count + 1 : count;
    }

    private int Bound(int part) => part == 0 ? Extent : Strides[part - 1];
}
