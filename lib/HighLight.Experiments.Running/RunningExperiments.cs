using System.Collections.Immutable;
using HighLight.Experiments.Running.Validation;
using HighLight.Experiments.Running.YourModel;

namespace HighLight.Experiments.Running;

/// <summary>The list of all experiments, with those that run a model.</summary>
public static class RunningExperiments
{
    /// <summary>Every experiment, by number: those of <see cref="Experiments.All"/> and those of this library.</summary>
    public static ImmutableArray<ExperimentEntry> All { get; } =
    [
        .. Experiments.All.Concat(
            [
                new(YourModelExperiment.Experiment, "an ONNX model from its file to pruned weights, measured activations, output error and EDP; a pattern for each layer", YourModelExperiment.Run),
                new(ValidationExperiment.Experiment, "the evaluation against the simulators, over a grid and on a real model's layers", () => ValidationExperiment.Run()),
            ])
            .OrderBy(entry => entry.Experiment.Number),
    ];
}
