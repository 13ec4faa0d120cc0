using System.Runtime.CompilerServices;
using HighLight.Sparsity;

namespace HighLight.Fibertrees;

/// <summary>How many coordinates an unconstrained rank keeps when a tree is pruned.</summary>
public sealed record RankDensity
{
    /// <summary>Creates the density of a rank.</summary>
    /// <param name="rank">The name of the unconstrained rank, as in the specification.</param>
    /// <param name="density">The share of coordinates kept, 0..1; the number kept is the nearest integer, halves upwards.</param>
    /// <param name="scope">Whether the share holds in each fiber or over all fibers of the rank.</param>
    /// <exception cref="ArgumentOutOfRangeException">The density is outside 0..1, or the scope is none.</exception>
    [OverloadResolutionPriority(1)]
    public RankDensity(string rank, Fraction density, DensityScope scope = DensityScope.Fiber)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rank);
        if (KeptShare.Problem(density) is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(density), density, $"The density of rank {rank} must be in 0..1, for example 0.5.");
        }

        if (!Enum.IsDefined(scope))
        {
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "A density's scope is Fiber or Rank.");
        }

        Rank = rank;
        Density = density;
        Scope = scope;
    }

    /// <summary>Creates the density of a rank from one read with 15 significant digits: 0.15 is 3/20.</summary>
    /// <inheritdoc cref="RankDensity(string, Fraction, DensityScope)"/>
    public RankDensity(string rank, double density, DensityScope scope = DensityScope.Fiber)
        : this(rank, KeptShare.Read(density), scope)
    {
    }

    /// <summary>The name of the rank.</summary>
    public string Rank { get; }

    /// <summary>The share of coordinates kept, 0..1, of those that exist, empty ones included.</summary>
    public Fraction Density { get; }

    /// <summary>What the share refers to.</summary>
    public DensityScope Scope { get; }

    /// <summary>The number kept of <paramref name="coordinates"/>: the nearest integer, halves upwards.</summary>
    internal long Kept(long coordinates) => KeptShare.Of(Density, coordinates);
}
