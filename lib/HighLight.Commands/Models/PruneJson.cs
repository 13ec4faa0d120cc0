using System.Text.Json.Nodes;
using HighLight.Models.Layers;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Comparison;

namespace HighLight.Commands.Models;

/// <summary>The results of <c>highlight prune</c> as JSON; what is not known is null.</summary>
internal static class PruneJson
{
    /// <summary>Everything.</summary>
    public static JsonObject Of(PruneOutcome outcome) => new()
    {
        ["model"] = outcome.Plan.ModelText,
        ["output"] = outcome.Plan.OutputText,
        ["pattern"] = outcome.Plan.Pattern.ToString(),
        ["tails"] = outcome.Plan.Options.Tails.ToString().ToLowerInvariant(),
        ["pruned"] = Total(outcome.Pruned.Pruned),
        ["total"] = Total(outcome.Pruned.Total),
        ["dense_bytes"] = outcome.Sizes.Sum(size => size.DenseBytes),
        ["hss_bytes"] = outcome.Sizes.Sum(size => size.FileBytes),
        ["inputs"] = new JsonArray([.. outcome.Inputs.Select(input => JsonValue.Create(input.ToString()))]),
        ["output_error"] = outcome.Error is { } measured ? Finite(measured.RelativeL2) : null,
        ["outputs"] = outcome.Error is { } error ? new JsonArray([.. error.Outputs.Select(Output)]) : null,
        ["layers"] = new JsonArray([.. outcome.Pruned.Layers.Select(layer => Layer(outcome, layer))]),
        ["not_evaluated"] = new JsonArray([.. outcome.Pruned.Original.NotEvaluated.Select(NotEvaluated)]),
    };

    /// <summary>One layer: also a row of csv.</summary>
    public static JsonObject Layer(PruneOutcome outcome, PrunedLayer layer) => new()
    {
        ["layer"] = layer.Name,
        ["operator"] = layer.Layer.Operator.ToString(),
        ["m"] = layer.Layer.M,
        ["k"] = layer.Layer.K,
        ["gemms"] = layer.Layer.GemmCount,
        ["pattern"] = layer.Pattern?.ToString(),
        ["why_dense"] = layer.WhyDense,
        ["weights"] = layer.Layer.Count,
        ["kept"] = layer.Mask.Count,
        ["density"] = layer.Mask.Density.ToDouble(),
        ["effective_density"] = layer.EffectiveDensity.ToDouble(),
        ["kept_l1_share"] = layer.Quality.KeptL1Share,
        ["kept_l2_share"] = layer.Quality.KeptL2Share,
        ["dense_bytes"] = outcome.SizeOf(layer)?.DenseBytes,
        ["hss_bytes"] = outcome.SizeOf(layer)?.FileBytes,
    };

    private static JsonObject Total(PruningTotal total) => new()
    {
        ["layers"] = total.Layers,
        ["weights"] = total.Weights,
        ["kept"] = total.Kept,
        ["density"] = total.Density.ToDouble(),
        ["kept_l1_share"] = total.KeptL1Share,
        ["kept_l2_share"] = total.KeptL2Share,
    };

    private static JsonNode Output(OutputDifference output) => new JsonObject
    {
        ["name"] = output.Name,
        ["relative_l2"] = Finite(output.RelativeL2),
        ["largest_difference"] = Finite(output.LargestDifference),
        ["largest_value"] = Finite(output.LargestMagnitude),
        ["cosine"] = Finite(output.Cosine),
    };

    private static JsonNode NotEvaluated(NotEvaluatedLayer layer) => new JsonObject
    {
        ["node"] = layer.Node.DisplayName,
        ["operator"] = layer.Node.Operator,
        ["parameters"] = layer.ParameterCount,
        ["reason"] = layer.Reason,
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
