using System.Collections.Immutable;

namespace HighLight.Simulation;

/// <summary>What the multipliers did over the timeline of the array, in buckets of equally many cycles. Their number is bounded, their length grows with the run.</summary>
/// <param name="Multipliers">Multipliers of the array.</param>
/// <param name="CyclesPerBucket">Cycles of a bucket, a power of two.</param>
/// <param name="Buckets">In the order of time.</param>
public sealed record UtilisationProfile(int Multipliers, long CyclesPerBucket, ImmutableArray<UtilisationBucket> Buckets)
{
    /// <summary>The share of multiplier-cycles of one bucket that did a multiply, 0..1.</summary>
    public double Utilisation(int bucket) => (double)Buckets[bucket].MacsDone / (Buckets[bucket].Cycles * Multipliers);

    /// <summary>The share of one bucket that was gated, 0..1.</summary>
    public double Gated(int bucket) => (double)Buckets[bucket].MacsGated / (Buckets[bucket].Cycles * Multipliers);

    /// <summary>Same buckets.</summary>
    public bool Equals(UtilisationProfile? other) =>
        other is not null && Multipliers == other.Multipliers && CyclesPerBucket == other.CyclesPerBucket && Buckets.AsSpan().SequenceEqual(other.Buckets.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Buckets.Aggregate(HashCode.Combine(Multipliers, CyclesPerBucket), HashCode.Combine);
}
