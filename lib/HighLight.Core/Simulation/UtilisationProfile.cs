using System.Collections.Immutable;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>
/// What the multipliers did over the timeline of the array, in buckets of equally many cycles. Their number is bounded, their length
/// grows with the run.
/// </summary>
/// <param name="Multipliers">Multipliers of the array.</param>
/// <param name="CyclesPerBucket">Cycles of a bucket, a power of two.</param>
/// <param name="Buckets">In the order of time.</param>
public sealed record UtilisationProfile(int Multipliers, long CyclesPerBucket, ImmutableArray<UtilisationBucket> Buckets)
{
    internal static UtilisationProfile Of(UtilisationRecorder recorder)
    {
        var buckets = ImmutableArray.CreateBuilder<UtilisationBucket>(recorder.Count);
        for (var i = 0; i < recorder.Count; i++)
        {
            var first = i * recorder.CyclesPerBucket;
            var (done, gated) = recorder[i];
            buckets.Add(new(first, Math.Min(recorder.CyclesPerBucket, recorder.Cycles - first), done, gated));
        }

        return new(recorder.Multipliers, recorder.CyclesPerBucket, buckets.MoveToImmutable());
    }

    /// <summary>The share of multiplier-cycles of one bucket that did a multiply, 0..1.</summary>
    public double Utilisation(int bucket) => (double)Buckets[bucket].MacsDone / (Buckets[bucket].Cycles * Multipliers);

    /// <summary>The share of one bucket that was gated, 0..1.</summary>
    public double Gated(int bucket) => (double)Buckets[bucket].MacsGated / (Buckets[bucket].Cycles * Multipliers);

    /// <summary>Same buckets.</summary>
    public bool Equals(UtilisationProfile? other) =>
        other is not null && Multipliers == other.Multipliers && CyclesPerBucket == other.CyclesPerBucket
        && Buckets.AsSpan().SequenceEqual(other.Buckets.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Buckets.Aggregate(HashCode.Combine(Multipliers, CyclesPerBucket), HashCode.Combine);
}
