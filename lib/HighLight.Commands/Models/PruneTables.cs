using System.Collections.Immutable;
using HighLight.Commands.Formatting;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Comparison;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Models;

/// <summary>The results of <c>highlight prune</c> as tables for people.</summary>
internal static class PruneTables
{
    /// <summary>The layers with a total, and the outputs' errors.</summary>
    public static IEnumerable<ResultTable> Of(PruneOutcome outcome)
    {
        yield return Layers(outcome);
        if (outcome.Error is { } error)
        {
            yield return Outputs(outcome, error);
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

    private static ResultTable Layers(PruneOutcome outcome) => ResultTable.Create(
        $"{Path.GetFileName(outcome.Plan.Model)} pruned to {outcome.Plan.Pattern}, "
            + $"tails {outcome.Plan.Options.Tails.ToString().ToLowerInvariant()}",
        [
            Text("layer"), Number("GEMMs"), Number("M"), Number("K"), Text("pattern"), Number("density"), Number("effective density"),
            Number("kept L1"), Number("kept L2"), Number("dense", "bytes"), Number(".hss", "bytes"),
        ],
        [
            .. outcome.Pruned.Layers.Select(layer => Row(outcome, layer)),
            Total("pruned layers", outcome.Pruned.Pruned, [.. outcome.Sizes.Where(size => size.Layer.IsPruned)]),
            Total("all layers", outcome.Pruned.Total, outcome.Sizes),
        ],
        row => row);

    private static ImmutableArray<string> Row(PruneOutcome outcome, PrunedLayer layer)
    {
        var size = outcome.SizeOf(layer);
        return
        [
            layer.Name,
            Invariant($"{layer.Layer.GemmCount}"),
            Invariant($"{layer.Layer.M}"),
            Invariant($"{layer.Layer.K}"),
            layer.Pattern?.ToString() ?? "dense",
            Share(layer.Mask.Density.ToDouble()),
            Share(layer.EffectiveDensity.ToDouble()),
            Share(layer.Quality.KeptL1Share),
            Share(layer.Quality.KeptL2Share),
            size is null ? "shared" : Invariant($"{size.DenseBytes}"),
            size is null ? "shared" : Invariant($"{size.FileBytes}"),
        ];
    }

    private static ImmutableArray<string> Total(string name, PruningTotal total, IReadOnlyCollection<CompressedLayer> sizes) =>
    [
        name, "", "", "", "", Share(total.Density.ToDouble()), "", Share(total.KeptL1Share), Share(total.KeptL2Share),
        Invariant($"{sizes.Sum(size => size.DenseBytes)}"), Invariant($"{sizes.Sum(size => size.FileBytes)}"),
    ];

    private static ResultTable Outputs(PruneOutcome outcome, OutputComparison error) => ResultTable.Create(
        $"Outputs of the pruned model against the dense one, on {string.Join(", ", outcome.Inputs)}",
        [Text("output"), Number("relative L2 error"), Number("largest difference"), Number("largest value"), Number("cosine")],
        error.Outputs,
        output =>
        [
            output.Name,
            Invariant($"{output.RelativeL2:0.000}"),
            Invariant($"{output.LargestDifference:G3}"),
            Invariant($"{output.LargestMagnitude:G3}"),
            Invariant($"{output.Cosine:0.000}"),
        ]);

    private static string Share(double value) => Invariant($"{value:0.000}");
}
