using System.Collections.Immutable;

namespace HighLight.Evaluation.Densities;

/// <summary>
/// How many values of a tile are nonzero: the probability of each occupancy 0..tile. The statistics that skipping, gating and quantised lanes need follow
/// from it.
/// </summary>
public sealed class OccupancyDistribution
{
    private readonly ImmutableArray<double> _probabilities;

    private OccupancyDistribution(ImmutableArray<double> probabilities) => _probabilities = probabilities;

    /// <summary>Values in the tile.</summary>
    public int Tile => _probabilities.Length - 1;

    /// <summary>The probability of <paramref name="occupancy"/> nonzeros; 0 for impossible ones.</summary>
    public double this[int occupancy] => (uint)occupancy < (uint)_probabilities.Length ? _probabilities[occupancy] : 0;

    /// <summary>The probability that the tile holds no nonzero: what a skip driven by it saves.</summary>
    public double ProbabilityEmpty => _probabilities[0];

    /// <summary>The expected number of nonzeros.</summary>
    public double Mean => Expect(occupancy => occupancy);

    /// <summary>The largest occupancy that has a probability.</summary>
    public int Max => Enumerable.Range(0, _probabilities.Length).Last(occupancy => _probabilities[occupancy] > 0);

    /// <summary>A tile that always holds <paramref name="occupancy"/> nonzeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="occupancy"/> is not in 0..<paramref name="tile"/>.</exception>
    public static OccupancyDistribution Certain(int tile, int occupancy)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tile);
        ArgumentOutOfRangeException.ThrowIfNegative(occupancy);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(occupancy, tile);
        var probabilities = new double[tile + 1];
        probabilities[occupancy] = 1;
        return new([.. probabilities]);
    }

    /// <summary>Each value is nonzero with probability <paramref name="density"/>, independently.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tile is negative or the density is not in 0..1.</exception>
    public static OccupancyDistribution Binomial(int tile, double density)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tile);
        ThrowIfNoDensity(density);
        if (density is 0 or 1)
        {
            return Certain(tile, density == 0 ? 0 : tile);
        }

        var logs = LogFactorials(tile);
        return FromLogs(tile, n => logs[tile] - logs[n] - logs[tile - n] + (n * Math.Log(density)) + ((tile - n) * Math.Log(1 - density)));
    }

    /// <summary>A tile drawn without replacement out of <paramref name="population"/> values, <paramref name="nonzeros"/> of which are nonzero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tile exceeds the population, or there are more nonzeros than values.</exception>
    public static OccupancyDistribution Hypergeometric(int tile, int population, int nonzeros)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tile);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tile, population);
        ArgumentOutOfRangeException.ThrowIfNegative(nonzeros);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nonzeros, population);
        var logs = LogFactorials(population);
        return FromLogs(tile, n => n > nonzeros || tile - n > population - nonzeros
            ? double.NegativeInfinity
            : Choose(logs, nonzeros, n) + Choose(logs, population - nonzeros, tile - n) - Choose(logs, population, tile));
    }

    /// <summary>The distribution over tiles that were counted: <paramref name="histogram"/>[n] tiles hold n nonzeros.</summary>
    /// <exception cref="ArgumentException">The histogram is empty, holds a negative count, or counts no tile.</exception>
    public static OccupancyDistribution Counted(ReadOnlySpan<long> histogram)
    {
        long tiles = 0;
        foreach (var count in histogram)
        {
            tiles = count >= 0 ? checked(tiles + count) : throw new ArgumentException("A histogram has no negative count.", nameof(histogram));
        }

        if (tiles == 0)
        {
            throw new ArgumentException("A histogram counts at least one tile.", nameof(histogram));
        }

        var probabilities = new double[histogram.Length];
        for (var n = 0; n < probabilities.Length; n++)
        {
            probabilities[n] = (double)histogram[n] / tiles;
        }

        return new([.. probabilities]);
    }

    /// <summary>The expected value of <paramref name="quantity"/>(occupancy).</summary>
    public double Expect(Func<int, double> quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        double sum = 0;
        for (var n = 0; n < _probabilities.Length; n++)
        {
            if (_probabilities[n] > 0)
            {
                sum += _probabilities[n] * quantity(n);
            }
        }

        return sum;
    }

    /// <summary>E[ceil(n / lanes)]: steps of <paramref name="lanes"/> values that the nonzeros need.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lanes"/> is below 1.</exception>
    public double ExpectedSteps(int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        return Expect(n => Steps(n, lanes));
    }

    /// <summary>
    /// E[n / (lanes·ceil(n / lanes)) | n &gt; 0]: the share of <paramref name="lanes"/> that the nonzeros of a nonempty tile keep busy, averaged over
    /// tiles as Sparseloop does (sourced: its 2022 evaluation results). 1 for a tile that is always empty.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lanes"/> is below 1.</exception>
    public double ExpectedUtilisation(int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes, 1);
        return ProbabilityEmpty >= 1 ? 1 : Expect(n => n == 0 ? 0 : n / ((double)lanes * Steps(n, lanes))) / (1 - ProbabilityEmpty);
    }

    /// <summary>The distribution of the sum of this tile's and another's occupancy, the two being independent.</summary>
    public OccupancyDistribution And(OccupancyDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var probabilities = new double[Tile + other.Tile + 1];
        for (var n = 0; n <= Tile; n++)
        {
            for (var k = 0; this[n] > 0 && k <= other.Tile; k++)
            {
                probabilities[n + k] += this[n] * other[k];
            }
        }

        return new([.. probabilities]);
    }

    internal static OccupancyDistribution Wrap(ImmutableArray<double> probabilities) => new(probabilities);

    internal static void ThrowIfNoDensity(double density)
    {
        if (density is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(density), density, "A density is in 0..1.");
        }
    }

    private static int Steps(int occupancy, int lanes) => (occupancy + lanes - 1) / lanes;

    private static double Choose(double[] logs, int n, int k) => logs[n] - logs[k] - logs[n - k];

    private static OccupancyDistribution FromLogs(int tile, Func<int, double> log)
    {
        var probabilities = new double[tile + 1];
        double sum = 0;
        for (var n = 0; n <= tile; n++)
        {
            probabilities[n] = Math.Exp(log(n));
            sum += probabilities[n];
        }

        // The logarithms of factorials carry rounding; the probabilities still add up to one.
        return new([.. probabilities.Select(p => p / sum)]);
    }

    private static double[] LogFactorials(int max)
    {
        var logs = new double[max + 1];
        for (var n = 2; n <= max; n++)
        {
            logs[n] = logs[n - 1] + Math.Log(n);
        }

        return logs;
    }
}
