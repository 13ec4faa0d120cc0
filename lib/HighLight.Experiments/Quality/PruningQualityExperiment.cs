using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Storage;
using HighLight.Models;
using HighLight.Models.Layers;
using HighLight.Sparsity;

namespace HighLight.Experiments.Quality;

/// <summary>What pruning to each kind of structure leaves of a trained model's weights, at equal density and without retraining.</summary>
/// <remarks>
/// Pruned are the convolutions and matrix products with at least <see cref="LeastReduction"/> input channels; depthwise convolutions and usually the first
/// layer have too few to prune along and stay dense. Activations for the output error are drawn, not measured: rectified normal, half of them zeros
/// (assumed; see the notebook).
/// </remarks>
public static class PruningQualityExperiment
{
    /// <summary>The fewest input channels (K of a matrix product) of a pruned layer.</summary>
    public const int LeastReduction = 16;

    /// <summary>The model of the default run, in <c>data/models</c>.</summary>
    public const string DefaultModel = "mlsd_320x320_tiny.onnx";

    /// <summary>Densities at which at least so many kinds of methods meet are compared in a panel of their own.</summary>
    private const int KindsWorthAPanel = 3;

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(3, "pruning-quality", "What pruning leaves of trained weights, by structure");

    /// <summary>Runs on the small model that comes with the repository.</summary>
    /// <exception cref="DataFolderNotFoundException">The repository's data folder, or the model in it, is not there.</exception>
    public static PruningQualityResult Run()
    {
        try
        {
            return Run(OnnxModel.Load(DataFolder.Find().Model(DefaultModel)));
        }
        catch (DataFolderNotFoundException problem)
        {
            throw new DataFolderNotFoundException(
                $"{problem.Message} The default model comes with the repository, not with the package; for a model of your own call Run(OnnxModel.Load(\"model.onnx\")).");
        }
    }

    /// <summary>Runs on any model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="methods">The methods; default <see cref="PruningMethod.Default"/>. Labels are unique within a kind and a density.</param>
    /// <param name="activationColumns">N: output positions over which the output error is measured, at least 1.</param>
    /// <param name="seed">Of the drawn activations.</param>
    /// <returns>
    /// A row for each layer and method, and one for all layers, with figures and views.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// No layer of the model can be pruned, two methods have one kind, label and density, or a method cannot prune a layer (NaN weights, tails that it rejects).
    /// </exception>
    public static PruningQualityResult Run(OnnxModel model, ImmutableArray<PruningMethod> methods = default, int activationColumns = 64, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(activationColumns, 1);
        var chosen = methods.IsDefaultOrEmpty ? PruningMethod.Default : methods;
        ThrowIfAmbiguous(chosen);
        var layers = model.Weights.Where(layer => WhyNotPruned(layer) is null).Select((layer, i) => LayerCase.Of(layer, activationColumns, unchecked(seed + i))).ToImmutableArray();
        if (layers.IsEmpty)
        {
            throw new ArgumentException(
                Invariant($"No layer of {model} has {LeastReduction} input channels or more, so none can be pruned. Give a model with larger convolutions or matrix products."), nameof(model));
        }

        var rows = chosen.SelectMany(method => Prune(layers, method)).ToImmutableArray();
        var totals = rows.Where(row => row.Layer is null).ToImmutableArray();
        var groups = totals.GroupBy(row => row.Method.Density)
            .Where(group => group.Select(row => row.Method.Kind).Distinct(StringComparer.Ordinal).Count() >= KindsWorthAPanel)
            .OrderByDescending(group => group.Key)
            .ToImmutableArray();
        return new(
            QualityTables.All(Experiment.Name, model, rows),
            groups.IsEmpty ? null : QualityFigures.AtEqualDensity(groups),
            QualityFigures.OverDensity(totals),
            QualityFigures.ByLayer(rows.Where(row => row.Layer is not null), totals, groups.IsEmpty ? totals.Min(row => row.Method.Density) : groups[^1].Key),
            QualityTables.Totals(groups.IsEmpty ? totals : [.. groups.SelectMany(group => group)]),
            QualityTables.Layers(model),
            Compare(groups));
    }

    /// <summary>Why a layer stays dense; null where it is pruned.</summary>
    internal static string? WhyNotPruned(LayerWeights layer) => layer.SegmentLength >= LeastReduction
        ? null
        : Invariant($"{layer.SegmentLength} input {(layer.SegmentLength == 1 ? "channel" : "channels")}, fewer than {LeastReduction}");

    private static void ThrowIfAmbiguous(ImmutableArray<PruningMethod> methods)
    {
        var twice = methods.GroupBy(method => (method.Kind, method.Label, method.Density)).Where(group => group.Count() > 1).Select(group => Invariant($"{group.Key.Kind} '{group.Key.Label}' at {group.Key.Density}")).ToArray();
        if (twice.Length > 0)
        {
            throw new ArgumentException($"Labels must be unique within a kind and a density, but there are several of {string.Join(", ", twice)}. Give each a label of its own.", nameof(methods));
        }
    }

    private static IEnumerable<QualityRow> Prune(ImmutableArray<LayerCase> layers, PruningMethod method)
    {
        var rows = layers.Select(layer => layer.Measure(method)).ToArray();
        return [.. rows, QualityRow.Together(method, rows)];
    }

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<IGrouping<Fraction, QualityRow>> groups) =>
    [
        .. from density in groups
           from kind in density.GroupBy(row => row.Method.Kind, StringComparer.Ordinal)
           let best = kind.MaxBy(row => row.KeptL2Share)
           select PaperComparison.Without(
               Invariant($"kept L2 share at density {density.Key}, best {kind.Key}"),
               "1",
               best.KeptL2Share,
               Invariant($"{best.Method.Label}, real density {best.Density:0.000}; the paper states accuracies after retraining, not norms")),
    ];
}
