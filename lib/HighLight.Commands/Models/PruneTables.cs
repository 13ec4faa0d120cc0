using HighLight.Commands.Formatting;
using HighLight.Models.Pruning;

namespace HighLight.Commands.Models;

/// <summary>The results of <c>highlight prune</c> as tables for people.</summary>
internal static class PruneTables
{
    /// <summary>The layers with a total, and the outputs' errors.</summary>
    public static IEnumerable<PlainTable> Of(PruneOutcome outcome)
    {
        yield return Layers(outcome);
        if (outcome.Error is { } error)
        {
            var outputs = new PlainTable($"Outputs of the pruned model against the dense one, on {string.Join(", ", outcome.Inputs)}", "output", "#relative L2 error", "#largest difference", "#largest value", "#cosine");
            foreach (var output in error.Outputs)
            {
                outputs.Add(output.Name, Invariant($"{output.RelativeL2:0.000}"), Invariant($"{output.LargestDifference:G3}"), Invariant($"{output.LargestMagnitude:G3}"), Invariant($"{output.Cosine:0.000}"));
            }

            yield return outputs;
        }
    }

    /// <summary>Lines below the tables: what stayed dense and why, what is not evaluated.</summary>
    public static IEnumerable<string> Notes(PruneOutcome outcome) =>
    [
        .. outcome.Pruned.Layers.Where(layer => !layer.IsPruned).GroupBy(layer => layer.WhyDense, StringComparer.Ordinal)
            .Select(group => Invariant($"Dense, {group.Key}: {string.Join(", ", group.Select(layer => layer.Name))}")),
        .. outcome.Pruned.Original.NotEvaluated.Select(layer => $"Not evaluated: {layer}"),
        $"Written: {outcome.Plan.OutputText}",
    ];

    private static PlainTable Layers(PruneOutcome outcome)
    {
        var table = new PlainTable(
            $"{Path.GetFileName(outcome.Plan.Model)} pruned to {outcome.Plan.Pattern}, tails {outcome.Plan.Options.Tails.ToString().ToLowerInvariant()}",
            "layer", "#GEMMs", "#M", "#K", "pattern", "#density", "#effective density", "#kept L1", "#kept L2", "#dense (bytes)", "#.hss (bytes)");
        foreach (var layer in outcome.Pruned.Layers)
        {
            var size = outcome.SizeOf(layer);
            table.Add(
                layer.Name, Invariant($"{layer.Layer.GemmCount}"), Invariant($"{layer.Layer.M}"), Invariant($"{layer.Layer.K}"), layer.Pattern?.ToString() ?? "dense", Share(layer.Mask.Density.ToDouble()), Share(layer.EffectiveDensity.ToDouble()),
                Share(layer.Quality.KeptL1Share), Share(layer.Quality.KeptL2Share), size is null ? "shared" : Invariant($"{size.DenseBytes}"), size is null ? "shared" : Invariant($"{size.FileBytes}"));
        }

        AddTotal(table, "pruned layers", outcome.Pruned.Pruned, [.. outcome.Sizes.Where(size => size.Layer.IsPruned)]);
        AddTotal(table, "all layers", outcome.Pruned.Total, outcome.Sizes);
        return table;
    }

    private static void AddTotal(PlainTable table, string name, PruningTotal total, IReadOnlyCollection<CompressedLayer> sizes) => table.Add(
        name, "", "", "", "", Share(total.Density.ToDouble()), "", Share(total.KeptL1Share), Share(total.KeptL2Share),
        Invariant($"{sizes.Sum(size => size.DenseBytes)}"), Invariant($"{sizes.Sum(size => size.FileBytes)}"));

    private static string Share(double value) => Invariant($"{value:0.000}");
}
