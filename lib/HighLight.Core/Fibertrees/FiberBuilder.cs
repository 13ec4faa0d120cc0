using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <summary>Builds the fibers of a tree from its leaves, sorted by key.</summary>
internal sealed class FiberBuilder(RankLayout layout, long[] keys, float[] values)
{
    private readonly int[] _path = new int[layout.Ranks.Length];

    public Fiber Build() => Build(0, 0, keys.Length);

    private Fiber Build(int depth, int first, int end)
    {
        var shape = layout.FiberShape(_path.AsSpan(0, depth));
        if (depth == _path.Length - 1)
        {
            var lowest = ImmutableArray.CreateBuilder<int>(end - first);
            for (var i = first; i < end; i++)
            {
                lowest.Add(layout.Coordinate(keys[i], depth));
            }

            return new Fiber(shape, lowest.MoveToImmutable(), [], [.. values.AsSpan(first, end - first)], first, end - first);
        }

        var coordinates = ImmutableArray.CreateBuilder<int>();
        var fibers = ImmutableArray.CreateBuilder<Fiber>();
        for (int from = first, to; from < end; from = to)
        {
            var coordinate = layout.Coordinate(keys[from], depth);
            to = from + 1;
            while (to < end && layout.Coordinate(keys[to], depth) == coordinate)
            {
                to++;
            }

            _path[depth] = coordinate;
            coordinates.Add(coordinate);
            fibers.Add(Build(depth + 1, from, to));
        }

        return new Fiber(shape, coordinates.DrainToImmutable(), fibers.DrainToImmutable(), [], first, end - first);
    }
}
