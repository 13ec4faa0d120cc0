using System.Collections.Immutable;

namespace HighLight.Fibertrees;

/// <content>Enumeration of leaves and fibers.</content>
public sealed partial class Fibertree
{
    /// <summary>The nonzero values with their coordinates, in the order of the tree: the lowest rank varies fastest.</summary>
    public IEnumerable<FibertreeLeaf> Leaves()
    {
        ImmutableArray<string> names = [.. Ranks.Select(r => r.Name)];
        for (var i = 0; i < _values.Length; i++)
        {
            var key = Layout.Key(_positions[i]);
            ImmutableArray<int> coordinates = [.. Enumerable.Range(0, names.Length).Select(depth => Layout.Coordinate(key, depth))];
            yield return new FibertreeLeaf(new FiberPath(names, coordinates), _values[i]);
        }
    }

    /// <summary>The fibers of a rank that are present, in the order of the tree.</summary>
    /// <exception cref="ArgumentException">There is no such rank.</exception>
    public IEnumerable<LocatedFiber> Fibers(string rank) => FibersAt(Layout.Depth(rank));

    /// <summary>How full the fibers of a rank are.</summary>
    /// <exception cref="ArgumentException">There is no such rank.</exception>
    public RankOccupancy Occupancy(string rank)
    {
        var depth = Layout.Depth(rank);
        var occupancies = FibersAt(depth).Select(f => f.Fiber.Occupancy).Where(o => o > 0).ToArray();
        var all = depth == 0 ? 1 : Layout.PositionsAt(depth - 1);
        return occupancies.Length == 0
            ? new RankOccupancy(Ranks[depth], 0, all, 0, 0, 0)
            : new RankOccupancy(Ranks[depth], occupancies.Length, all - occupancies.Length, occupancies.Min(), occupancies.Average(), occupancies.Max());
    }

    /// <summary>How full the fibers of every rank are, outermost rank first.</summary>
    public ImmutableArray<RankOccupancy> Occupancies() => [.. Ranks.Select(r => Occupancy(r.Name))];

    internal IEnumerable<LocatedFiber> FibersAt(int depth)
    {
        ImmutableArray<string> names = [.. Ranks.Take(depth).Select(r => r.Name)];
        IEnumerable<LocatedFiber> level = [new LocatedFiber(new FiberPath(names, []), Root)];
        for (var d = 0; d < depth; d++)
        {
            level = level.SelectMany(f => f.Fiber.Fibers.Select((child, i) => new LocatedFiber(f.Path with { Coordinates = f.Path.Coordinates.Add(f.Fiber.Coordinates[i]) }, child)));
        }

        return level;
    }
}
