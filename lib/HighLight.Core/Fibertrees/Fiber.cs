using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <summary>
/// A fiber of a tree: the nonempty coordinates of one rank at one place, each with its payload, which is a fiber of the next rank or, at the
/// lowest rank, a value. Empty coordinates are absent.
/// </summary>
public sealed class Fiber
{
    internal Fiber(int shape, ImmutableArray<int> coordinates, ImmutableArray<Fiber> fibers, ImmutableArray<float> values, int firstLeaf, int leafCount)
    {
        Shape = shape;
        Coordinates = coordinates;
        Fibers = fibers;
        Values = values;
        FirstLeaf = firstLeaf;
        LeafCount = leafCount;
    }

    /// <summary>How many coordinates exist here, empty ones included: the shape of the rank, or less where the end of a split dimension cuts the fiber short.</summary>
    public int Shape { get; }

    /// <summary>The nonempty coordinates, ascending, each in 0..Shape−1.</summary>
    public ImmutableArray<int> Coordinates { get; }

    /// <summary>The payloads above the lowest rank, one for each coordinate; empty at the lowest rank.</summary>
    public ImmutableArray<Fiber> Fibers { get; }

    /// <summary>The payloads at the lowest rank, one for each coordinate, none of them 0; empty above the lowest rank.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>How many coordinates are nonempty.</summary>
    public int Occupancy => Coordinates.Length;

    /// <summary>How many values lie in the fiber and below it.</summary>
    public int LeafCount { get; }

    /// <summary>Where its values begin among the leaves of the tree.</summary>
    internal int FirstLeaf { get; }

    /// <summary>The payload fiber at <paramref name="coordinate"/>; null where it is empty, and at the lowest rank.</summary>
    public Fiber? FiberAt(int coordinate) =>
        Fibers.IsEmpty || Coordinates.BinarySearch(coordinate) is not (>= 0 and var i) ? null : Fibers[i];

    /// <summary>The value at <paramref name="coordinate"/>; null where it is empty, and above the lowest rank.</summary>
    public float? ValueAt(int coordinate) =>
        Values.IsEmpty || Coordinates.BinarySearch(coordinate) is not (>= 0 and var i) ? null : Values[i];

    /// <summary>For example <c>2 of 4: 0, 3</c>; at most sixteen coordinates are shown.</summary>
    public override string ToString()
    {
        const int Shown = 16;
        var coordinates = string.Join(", ", Coordinates.Take(Shown).Select(c => Invariant($"{c}")));
        return Invariant($"{Occupancy} of {Shape}{(Occupancy > 0 ? ": " : "")}{coordinates}{(Occupancy > Shown ? ", …" : "")}");
    }
}
