using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Storage;
using HighLight.Models;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>
/// A model of your own, from its file to energy and delay: run once to measure every layer's zeros, pruned, compressed, saved, loaded and run again, then evaluated on six designs, with
/// why each is (not) faster; and a pattern for each layer against one pattern for all.
/// </summary>
/// <remarks>
/// The input is drawn unless one is given. Pruning is by magnitude and without retraining, so output errors say what pruning alone does to the outputs; they are no accuracy. Each design is
/// given weights pruned to a pattern of its own where it offers one of the degree, otherwise to one of the common family.
/// </remarks>
public static class YourModelExperiment
{
    /// <summary>The model of the default run, in <c>data/models</c>.</summary>
    public const string DefaultModel = "mlsd_320x320_tiny.onnx";

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(11, "your-model", "A model of your own: measured, pruned, run again, evaluated on six designs");

    /// <summary>Runs on the small model that comes with the repository.</summary>
    /// <exception cref="DataFolderNotFoundException">The repository's data folder, or the model in it, is not there.</exception>
    public static YourModelResult Run() => Run("", YourModelSettings.Default);

    /// <summary>Runs on an ONNX file, or on the small model that comes with the repository.</summary>
    /// <param name="path">The file, which is read, never changed; empty for the model that comes with the repository.</param>
    /// <param name="settings">What it runs on, how it is pruned, which designs.</param>
    /// <exception cref="DataFolderNotFoundException">The repository's data folder, or the model in it, is not there.</exception>
    /// <exception cref="Models.Onnx.OnnxFormatException">The file is damaged or something else.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Run(OnnxModel, YourModelSettings)"/>.</exception>
    /// <exception cref="ModelRunException">As for <see cref="Run(OnnxModel, YourModelSettings)"/>.</exception>
    public static YourModelResult Run(string path, YourModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(settings);
        if (path.Length > 0)
        {
            return Run(OnnxModel.Load(path), settings);
        }

        try
        {
            return Of(YourModelStudy.Of(OnnxModel.Load(DataFolder.Find().Model(DefaultModel)), settings)) with
            {
                Variant = ResultVariant.Of(settings, YourModelSettings.Default),
            };
        }
        catch (DataFolderNotFoundException problem)
        {
            throw new DataFolderNotFoundException($"{problem.Message} The default model comes with the repository, not with the package; for a model of your own call Run(\"model.onnx\").");
        }
    }

    /// <summary>Runs on an ONNX file.</summary>
    /// <param name="path">The file; it is read, never changed.</param>
    /// <exception cref="Models.Onnx.OnnxFormatException">The file is damaged or something else.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Run(OnnxModel, YourModelSettings)"/>.</exception>
    /// <exception cref="ModelRunException">As for <see cref="Run(OnnxModel, YourModelSettings)"/>.</exception>
    public static YourModelResult Run(string path) => Run(OnnxModel.Load(path), YourModelSettings.Default);

    /// <summary>Runs on any model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What it runs on, how it is pruned, which designs.</param>
    /// <returns>
    /// A row for each layer and for the whole model, on each design and under each assignment of patterns, with figures and views.
    /// </returns>
    /// <exception cref="ArgumentException">The settings or the inputs cannot be used, or no layer can be pruned; every violation is listed.</exception>
    /// <exception cref="ModelRunException">The model, or a pruned version, cannot be run.</exception>
    /// <exception cref="Evaluation.UnsupportedOperandException">The subject refuses a layer.</exception>
    public static YourModelResult Run(OnnxModel model, YourModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        return Of(YourModelStudy.Of(model, settings)) with
        {
            Variant = ResultVariant.Join(
                $"model = {Path.GetFileName(model.Source)} ({ResultVariant.Key(model.FileBytes.Span)})",
                ResultVariant.Of(settings, YourModelSettings.Default)),
        };
    }

    internal static YourModelResult Of(YourModelStudy study) => new(
        YourModelTables.Main(Experiment.Name, study),
        YourModelFigures.Totals(study),
        YourModelFigures.Bounds(study),
        YourModelFigures.Assignments(study),
        ModelTables.Layers(study),
        ModelTables.NotEvaluated(study),
        ModelTables.Variants(study),
        YourModelTables.Designs(study),
        YourModelTables.Why(study),
        AssignmentTables.ByLayer(study),
        AssignmentTables.All(study),
        Compare(study));

    /// <summary>The paper has no such figure: what stands here are our values alone.</summary>
    private static ImmutableArray<PaperComparison> Compare(YourModelStudy study) =>
    [
        .. study.Runs.Where(run => run.Design.Name == study.Settings.Subject.Name && run.Edp is not null).Select(run => PaperComparison.Without(
            Invariant($"EDP, {run.Design.Name} / {study.Baseline} dense, weights {100 * run.Sparsity.ToDouble():0.#} % sparse where pruned"),
            "1",
            run.Edp!.Value,
            run.Variant is { } variant
                ? Invariant($"{variant.Pattern}: kept L2 {variant.KeptL2:0.000}, output error {variant.OutputError:0.000} without retraining.")
                : "The model as it is.")),
        PaperComparison.Without(
            Invariant($"EDP, a pattern per layer / {study.Patterns.BestUniform.Label} for all, at least {study.Settings.KeptL2Budget} of the L2 norm kept"),
            "1",
            study.Patterns.Shown.Edp / study.Patterns.BestUniform.Edp,
            Invariant($"Kept L2 {study.Patterns.Shown.KeptL2:0.000} against {study.Patterns.BestUniform.KeptL2:0.000}, output error {study.Patterns.Shown.OutputError:0.000} against {study.Patterns.BestUniform.OutputError:0.000}.")),
    ];
}
