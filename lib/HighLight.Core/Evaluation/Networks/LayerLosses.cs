using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>A loss that is the sum of what each layer loses under its pattern.</summary>
public sealed class LayerLosses : AssignmentLoss
{
    private readonly Dictionary<(string Layer, HssPattern Pattern), double> _losses;

    /// <summary>Takes a loss for each layer and pattern; a layer under a pattern that is not listed has none.</summary>
    /// <exception cref="ArgumentException">A loss is not finite, or a layer has two under one pattern.</exception>
    public LayerLosses(IEnumerable<(string Layer, HssPattern Pattern, double Loss)> losses)
    {
        ArgumentNullException.ThrowIfNull(losses);
        _losses = [];
        foreach (var (layer, pattern, loss) in losses)
        {
            if (!double.IsFinite(loss) || !_losses.TryAdd((layer, pattern), loss))
            {
                throw new ArgumentException(Invariant($"Layer '{layer}' under {pattern}: a loss of {loss} is not finite, or a second one. Give one finite loss."), nameof(losses));
            }
        }
    }

    /// <summary>
    /// The share of the weights' squared norm that pruning removes from all layers together: 1 − the kept L2 share of the whole network. A budget of 0.1 keeps 90 %.
    /// </summary>
    /// <param name="kept">For each layer and pattern the share of the layer's squared norm that is kept, 0..1.</param>
    /// <param name="norms">The squared norm of each layer's weights, all products of a layer together; every layer that counts, pruned or not.</param>
    /// <exception cref="ArgumentException">A share is not in 0..1, a norm is negative or not finite or all are 0, or a layer has no norm.</exception>
    public static LayerLosses OfKeptShares(IEnumerable<(string Layer, HssPattern Pattern, double Kept)> kept, IReadOnlyDictionary<string, double> norms)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(norms);
        var total = norms.Values.Sum();
        if (!(total > 0) || !double.IsFinite(total) || norms.Values.Any(norm => norm < 0))
        {
            throw new ArgumentException("Squared norms are finite, 0 or more, and not all 0.", nameof(norms));
        }

        return new(kept.Select(entry => (entry.Layer, entry.Pattern, Lost(entry.Kept, entry.Layer) * Norm(entry.Layer) / total)));

        static double Lost(double kept, string layer) =>
            kept is >= 0 and <= 1 ? 1 - kept : throw new ArgumentException(Invariant($"Layer '{layer}' keeps a share of {kept}; a share is in 0..1."), nameof(kept));

        double Norm(string layer) =>
            norms.TryGetValue(layer, out var norm) ? norm : throw new ArgumentException($"Layer '{layer}' has no norm. Known: {string.Join(", ", norms.Keys.Order(StringComparer.Ordinal))}.", nameof(norms));
    }

    /// <inheritdoc/>
    public override double Of(IReadOnlyDictionary<string, HssPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);

        // In the order of names, so that the sum does not depend on how the assignment was made.
        return patterns.OrderBy(pair => pair.Key, StringComparer.Ordinal).Sum(pair => LossOf(pair.Key, pair.Value));
    }

    /// <inheritdoc/>
    public override double After(IReadOnlyDictionary<string, HssPattern> patterns, double loss, string layer, HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        return loss - (patterns.TryGetValue(layer, out var before) ? LossOf(layer, before) : 0) + LossOf(layer, pattern);
    }

    private double LossOf(string layer, HssPattern pattern) => _losses.GetValueOrDefault((layer, pattern));
}
