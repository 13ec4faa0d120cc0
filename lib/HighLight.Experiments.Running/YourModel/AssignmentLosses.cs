using System.Collections.Immutable;
using HighLight.Evaluation.Networks;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Comparison;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>What the layers lose under each pattern, in two measures that add up over layers.</summary>
/// <param name="KeptNorm">The share of the squared norm that is dropped; each layer counts by its number of weights (<see cref="PatternFamily.KeptL2"/>).</param>
/// <param name="OutputError">
/// The squared output error, predicted: each layer alone is pruned to its sparsest pattern and the model run; under other patterns the layer's squared error is taken to shrink with the
/// squared norm that is dropped, and errors of layers to be independent (assumed). Null where an output's norm is 0, or no layer changes the outputs.
/// </param>
internal sealed record AssignmentLosses(LayerLosses KeptNorm, LayerLosses? OutputError)
{
    /// <summary>Works the losses out of the model pruned to every pattern.</summary>
    public static AssignmentLosses Of(MeasuredWorkload workload, PatternFamily family)
    {
        var members = family.Members.Select(member => (member.Pattern, Layers: workload.LayersOf(member.Pruned))).ToArray();
        var weights = workload.Weighted.Where(layer => family.Prunable.Contains(layer.Weights.Node)).ToDictionary(layer => layer.Name, layer => (double)layer.Weights.Count, StringComparer.Ordinal);
        var kept = members.SelectMany(member => weights.Keys.Select(name => (name, member.Pattern, Squared(member.Layers[name].Quality.KeptL2Share))));
        var errors = ErrorsAlone(workload, [.. members.Select(member => member.Layers)]);
        return new(
            LayerLosses.OfKeptShares(kept, weights),
            errors.Values.Any(error => error is null) || errors.Values.All(error => error is { PerDropped: 0 })
                ? null
                : new(members.SelectMany(member => member.Layers.Where(layer => layer.Value.IsPruned)
                    .Select(layer => (layer.Key, member.Pattern, errors[layer.Key]!.PerDropped * Dropped(layer.Value))))));
    }

    /// <summary>For each layer that is pruned at all, its squared output error over what is dropped of it; null where there is none.</summary>
    private static Dictionary<string, LayerError?> ErrorsAlone(MeasuredWorkload workload, ImmutableArray<ImmutableDictionary<string, PrunedLayer>> variants)
    {
        var errors = new Dictionary<string, LayerError?>(StringComparer.Ordinal);
        foreach (var name in workload.Weighted.Select(layer => layer.Name))
        {
            if (variants.Select(variant => variant[name]).Where(layer => layer.IsPruned).MinBy(layer => layer.Mask.Count) is not { } sparsest)
            {
                continue;
            }

            var alone = workload.Measured.Model.WithWeights(sparsest.Layer.Pruned(sparsest.Mask));
            var error = OutputComparison.Of(workload.Measured.Outputs, ModelRunner.Run(alone, workload.Measured.Inputs)).RelativeL2;
            var dropped = Dropped(sparsest);
            errors[name] = !double.IsFinite(error) ? null : new(dropped == 0 ? 0 : Squared(Rounding.Digits(error)) / dropped);
        }

        return errors;
    }

    private static double Dropped(PrunedLayer layer) => Squared(layer.Quality.RelativeError);

    private static double Squared(double value) => value * value;

    /// <summary>The squared output error of a layer alone for each share of its squared norm that is dropped.</summary>
    private sealed record LayerError(double PerDropped);
}
