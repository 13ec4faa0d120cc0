namespace HighLight.Evaluation.Densities;

/// <summary>
/// Expected steps of a dimension that is cut into tiles whose nonzeros are taken some lanes at a time, the last tile being cut short: a
/// tile of r values takes E[ceil(n / lanes)] steps, n being binomial over r.
/// </summary>
internal sealed class TiledSteps
{
    private readonly int _tile;
    private readonly double[] _shares;

    /// <param name="tile">Values of a whole tile.</param>
    /// <param name="lanes">Nonzeros of a step.</param>
    /// <param name="density">The share of values that are nonzero.</param>
    public TiledSteps(int tile, int lanes, double density)
    {
        _tile = tile;
        _shares = new double[tile];
        PerTile = OccupancyDistribution.Binomial(tile, density).ExpectedSteps(lanes);

        // One value more at a time: its probability of being nonzero moves that share of each occupancy up by one, and a step more is taken where the lanes were full.
        Span<double> occupancy = new double[tile + 1];
        occupancy[0] = 1;
        double steps = 0;
        for (var values = 1; values < tile; values++)
        {
            for (var n = values; n > 0; n--)
            {
                var arrives = occupancy[n - 1] * density;
                occupancy[n] = (occupancy[n] * (1 - density)) + arrives;
                steps += (n - 1) % lanes == 0 ? arrives : 0;
            }

            occupancy[0] *= 1 - density;
            _shares[values] = PerTile == 0 ? 0 : steps / PerTile;
        }

        Densest = PerTile == 0 ? tile : Enumerable.Range(1, tile).MinBy(size => size == tile ? 1.0 / tile : _shares[size] / size);
    }

    /// <summary>The size of a tile, up to a whole one, that takes the fewest steps for each of its values.</summary>
    public int Densest { get; }

    /// <summary>A bound from below on <see cref="WholeTiles"/>, whatever the parts: all tiles are of the best size.</summary>
    public double FewestTiles(double size) => size * (Densest == _tile ? 1.0 : _shares[Densest]) / Densest;

    /// <summary>Values of a whole tile.</summary>
    public int Whole => _tile;

    /// <summary>Expected steps of a whole tile.</summary>
    public double PerTile { get; }

    /// <summary>
    /// How many whole tiles take as many steps as <paramref name="size"/> values, which are walked <paramref name="part"/> at a time; the
    /// last tile of each part is what remains of it.
    /// </summary>
    public double WholeTiles(double size, double part)
    {
        var parts = Math.Floor(size / part);
        var rest = size - (parts * part);
        return (parts * Math.Floor(part / _tile)) + Math.Floor(rest / _tile) + ((parts == 0 ? 0 : parts * Share(part)) + Share(rest));
    }

    /// <summary>The share of a whole tile's steps that the last, cut tile of <paramref name="size"/> values takes.</summary>
    private double Share(double size) => _shares[(int)(size - (Math.Floor(size / _tile) * _tile))];
}
