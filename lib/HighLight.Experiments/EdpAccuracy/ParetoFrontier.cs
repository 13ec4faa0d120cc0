using System.Collections.Immutable;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>
/// The Pareto frontier of points of which less is better on both axes: those that no other point dominates, being no worse on either axis and better on one.
/// Points at the same place do not dominate each other.
/// </summary>
/// <typeparam name="T">What is placed.</typeparam>
public sealed class ParetoFrontier<T>
{
    private readonly ImmutableArray<(double X, double Y, T Item)> _sorted;

    /// <summary>Finds the frontier in one sort and one pass.</summary>
    /// <param name="items">What is placed, in any order; may be empty.</param>
    /// <param name="x">The place on the first axis.</param>
    /// <param name="y">The place on the second axis.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    public ParetoFrontier(IEnumerable<T> items, Func<T, double> x, Func<T, double> y)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var sorted = items.Select(item => (X: x(item), Y: y(item), Item: item)).OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        if (sorted.Any(point => double.IsNaN(point.X) || double.IsNaN(point.Y)))
        {
            throw new ArgumentException("A point without coordinates cannot be compared: leave out items whose x or y is NaN.", nameof(items));
        }

        var frontier = ImmutableArray.CreateBuilder<(double X, double Y, T Item)>();
        foreach (var point in sorted)
        {
            if (frontier.Count == 0 || point.Y < frontier[^1].Y || (point.X == frontier[^1].X && point.Y == frontier[^1].Y))
            {
                frontier.Add(point);
            }
        }

        _sorted = frontier.ToImmutable();
    }

    /// <summary>The items on the frontier, from the least x; those at one place in the order in which they were given.</summary>
    public ImmutableArray<T> Items => [.. _sorted.Select(point => point.Item)];

    /// <summary>Whether no item dominates a point, which need not be one of them.</summary>
    public bool Admits(double x, double y) => !_sorted.Any(point => point.X <= x && point.Y <= y && (point.X < x || point.Y < y));

    /// <summary>The least y that is to be had at no more than <paramref name="x"/>; null where nothing is.</summary>
    public double? Least(double x)
    {
        var within = _sorted.Where(point => point.X <= x).ToArray();
        return within.Length == 0 ? null : within[^1].Y;
    }
}
