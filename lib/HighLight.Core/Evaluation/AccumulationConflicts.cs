using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>
/// How much slower an outer-product design runs because products meet in the banks of its accumulation buffer: an analytical term whose form is derived and whose four coefficients are fitted
/// to the cycle-level simulator.
/// </summary>
/// <remarks>
/// <para>Form. A column of K sends a bank a random number of products and keeps the units for a number of steps that grows with it. A queue of such arrivals exceeds D with a probability that
/// falls as exp(−θ·D), where θ solves E[exp(θ·(products − s·cycles))] = 1 and s is the slow-down (the effective bandwidth of the arrivals, known from queueing). The array stalls until no
/// queue exceeds the collector's depth, so s settles where θ·(depth + <see cref="Slack"/>) is the logarithm of the number of queues that fluctuate on their own,
/// <see cref="Queues"/> + <see cref="QueuesOfOperand"/>·(w(dA) + w(dB)): an operand without zeros moves all its queues alike, w(1) = 0, and w(d) = 1 − d⁴ was found to join both ends. Where the
/// banks keep up on average the corner at s = 1 is rounded by a norm of exponent <see cref="Rounding"/>/(w(dA) + w(dB)).</para>
/// <para>Coefficients. Least squares of the relative error of the array's cycles over 1200 simulations: 32×32 warp tiles, 8×16 lanes, a 128×1024×64 product, densities 0.1, 0.2 … 1 of both
/// operands at random places, 512, 1024 and 2048 banks, collectors 4, 8, 16 and 32 deep. Outside of these (fewer banks, shallower collectors, other tiles) the term shows the trend and no more.
/// The root of the mean square error is 1.3 % of the array's cycles, the largest 7.5 %. <c>tests/HighLight.Benchmarks --fit-conflicts</c> simulates and fits again.</para>
/// </remarks>
/// <param name="Queues">The logarithm of the number of queues that fluctuate whatever the operands.</param>
/// <param name="QueuesOfOperand">What each operand with zeros adds to that logarithm.</param>
/// <param name="Slack">Products that a queue holds beyond the collector's depth.</param>
/// <param name="Rounding">The exponent that rounds the corner where banks begin to be too slow, for one operand with zeros.</param>
public sealed record AccumulationConflicts(double Queues, double QueuesOfOperand, double Slack, double Rounding)
{
    private const double Widest = 64;
    private const int Halvings = 48;

    /// <summary>The coefficients that were fitted to the simulator.</summary>
    public static AccumulationConflicts Fitted { get; } = new(1.84, 1.97, 0.60, 16);

    /// <summary>The array's cycles with conflicts over those without: 1 or more.</summary>
    /// <param name="scheme">Warp tiles, lanes, banks and depth.</param>
    /// <param name="multipliers">Multipliers of the array.</param>
    /// <param name="densityA">Share of A's values that are nonzero, at independent places, 0..1.</param>
    /// <param name="densityB">The same of B.</param>
    /// <exception cref="ArgumentOutOfRangeException">A density is outside its range.</exception>
    public double SlowDown(SkippingScheme.OuterProduct scheme, int multipliers, double densityA, double densityB)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var fluctuating = Fluctuation(densityA) + Fluctuation(densityB);
        if (densityA == 0 || densityB == 0)
        {
            return 1;
        }

        var decay = (Queues + (QueuesOfOperand * fluctuating)) / (scheme.Collector.Depth + Slack);
        var needed = Needed(scheme, multipliers, densityA, densityB, decay);
        if (fluctuating == 0)
        {
            return Math.Max(1, needed);
        }

        // (1 + neededᵖ)^(1/p), from the larger of the two so that no power overflows.
        var (exponent, larger) = (Rounding / fluctuating, Math.Max(1, needed));
        return larger * Math.Pow(Math.Pow(1 / larger, exponent) + Math.Pow(needed / larger, exponent), 1 / exponent);
    }

    private static double Fluctuation(double density)
    {
        Densities.OccupancyDistribution.ThrowIfNoDensity(density);
        return 1 - Math.Pow(density, 4);
    }

    /// <summary>The s that solves Σ p·E[exp(θ·products)]·exp(−θ·s·cycles) = 1 over the numbers of steps that a column takes in a warp tile.</summary>
    private static double Needed(SkippingScheme.OuterProduct scheme, int multipliers, double densityA, double densityB, double decay)
    {
        // A bank holds every (tile / banks)-th sum of a warp tile: sums of different rows of the same column, each hit where A's row is nonzero and B's column is.
        var sumsPerBank = (double)scheme.TileA * scheme.TileB / scheme.Collector.Banks;
        var gain = Math.Exp(decay) - 1;
        var rows = Moments(scheme.TileA, scheme.LanesA, densityA, share => Math.Pow(1 + (share * gain), Math.Max(1, sumsPerBank)) - 1);
        var columns = Moments(scheme.TileB, scheme.LanesB, densityB, share => share * Math.Min(1, sumsPerBank));
        var cyclesPerStep = (double)scheme.LanesA * scheme.LanesB / multipliers;

        double low = 0, high = Widest * Math.Max(1, sumsPerBank);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            double sum = 0;
            for (var a = 0; a < rows.Length; a++)
            {
                for (var b = 0; b < columns.Length; b++)
                {
                    var weight = (rows[a].Probability * columns[b].Probability) + (rows[a].Moment * columns[b].Moment);
                    sum += weight * Math.Exp(-decay * middle * a * b * cyclesPerStep);
                }
            }

            (low, high) = sum > 1 ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>For each number of steps: the probability that a tile takes it, and the part of the mean of a quantity of its share of nonzeros that falls there.</summary>
    private static (double Probability, double Moment)[] Moments(int tile, int lanes, double density, Func<double, double> quantity)
    {
        var occupancy = Densities.OccupancyDistribution.Binomial(tile, density);
        var moments = new (double Probability, double Moment)[((tile + lanes - 1) / lanes) + 1];
        for (var n = 0; n <= tile; n++)
        {
            ref var moment = ref moments[(n + lanes - 1) / lanes];
            moment.Probability += occupancy[n];
            moment.Moment += occupancy[n] * quantity((double)n / tile);
        }

        return moments;
    }
}
