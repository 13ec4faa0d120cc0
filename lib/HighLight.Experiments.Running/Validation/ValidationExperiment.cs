using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Storage;
using HighLight.Models;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Experiments.Running.Validation;

/// <summary>
/// The analytical model against the simulators: over a grid of shapes, patterns, densities and designs, and on layers of a real model with its weights and measured activations.
/// </summary>
public static class ValidationExperiment
{
    /// <summary>The model of the default run, in <c>data/models</c>.</summary>
    public const string DefaultModel = "mlsd_320x320_tiny.onnx";

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(14, "validation", "Analytical counts against simulated ones");

    /// <summary>Runs the grid and the small model that comes with the repository.</summary>
    /// <param name="settings">The defaults when left out.</param>
    /// <param name="data">Where the model lies; found by <see cref="DataFolder.Find(string?)"/> where null.</param>
    public static ValidationResult Run(ValidationSettings? settings = null, DataFolder? data = null) =>
        Run(OnnxModel.Load((data ?? DataFolder.Find()).Model(DefaultModel)), settings);

    /// <summary>Runs the grid and a model's layers, on a drawn input.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">The defaults when left out.</param>
    /// <returns>Every quantity of every product, with figures and views.</returns>
    /// <exception cref="ArgumentException">There is no shape, or no layer of the model can be simulated.</exception>
    /// <exception cref="ModelRunException">The model cannot be run.</exception>
    public static ValidationResult Run(OnnxModel model, ValidationSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var chosen = settings ?? new();
        if (chosen.Shapes.IsDefaultOrEmpty)
        {
            throw new ArgumentException("The grid has no shape: give at least one, the one for statistical claims first.", nameof(settings));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.ColumnsOfLayers, 1, nameof(settings));
        var runs = Simulate(ValidationGrid.Cases(chosen).Concat(ValidationGrid.Conflicts(chosen)).Concat(ValidationLayers.Cases(model, chosen)));
        var layers = LayerError.Of(runs);
        if (layers.IsEmpty)
        {
            throw new ArgumentException(Invariant($"No layer of {model} has {ValidationLayers.LeastReduction} input channels or more, so none is simulated. Give a model with larger convolutions or matrix products."), nameof(model));
        }

        var large = chosen.Shapes[0];
        var grid = runs.Where(run => run.Group == ValidationGroup.Grid).ToImmutableArray();
        var table = ValidationTables.All(Experiment.Name, runs)
            .WithMetadata("model", Path.GetFileName(model.Source))
            .WithMetadata("input", Invariant($"synthetic, seed {chosen.Seed}"))
            .WithMetadata("columns_of_layers", Invariant($"{chosen.ColumnsOfLayers}"));
        var errors = ValidationError.Of(grid.Where(run => run.Gemm == large));
        return new(
            table,
            ValidationFigures.ByQuantity(large, errors),
            ValidationFigures.Layers(layers),
            ValidationFigures.Conflicts(runs),
            ValidationTables.Claims(runs, large),
            ValidationTables.Errors(Invariant($"not always equal at {large}"), errors),
            ValidationTables.Layers(layers),
            ValidationTables.Conflicts(runs),
            ValidationClaims.Of(large, runs, layers));
    }

    /// <summary>Products are independent: all cores take part, and the results keep their order.</summary>
    private static ImmutableArray<ValidationRun> Simulate(IEnumerable<ValidationCase> cases) => [.. cases.AsParallel().AsOrdered().Select(@case => @case.Run())];
}
