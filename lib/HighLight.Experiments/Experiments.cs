using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HighLight.Experiments.Breakdown;
using HighLight.Experiments.Datapath;
using HighLight.Experiments.Degrees;
using HighLight.Experiments.DnnLayers;
using HighLight.Experiments.DualStructured;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Geomean;
using HighLight.Experiments.Motivation;
using HighLight.Experiments.Primer;
using HighLight.Experiments.Quality;
using HighLight.Experiments.Sensitivity;
using HighLight.Experiments.Sweep;

namespace HighLight.Experiments;

/// <summary>The list of experiments. Those that run a model join it in HighLight.Experiments.Running.</summary>
[SuppressMessage("Naming", "MA0049:Type name should not match containing namespace", Justification = "Experiments.All says what it is.")]
public static class Experiments
{
    /// <summary>The experiments of this library, by number.</summary>
    public static ImmutableArray<ExperimentEntry> All { get; } =
    [
        new(HssPrimerExperiment.Experiment, "fibertrees, specifications, 3:4→2:4 step by step, formats and their sizes", () => HssPrimerExperiment.Run()),
        new(SparsityDegreesExperiment.Experiment, "degrees of S and SS, muxing overhead", () => SparsityDegreesExperiment.Run()),
        new(PruningQualityExperiment.Experiment, "what each structure, and every pattern of HighLight's, keeps of real trained weights", PruningQualityExperiment.Run),
        new(SyntheticSweepExperiment.Experiment, "cycles, energy, EDP of five designs over the degrees of A and B", SyntheticSweepExperiment.Run),
        new(GeomeanSummaryExperiment.Experiment, "geometric means and greatest gains over the sweep, beside the paper's claims", GeomeanSummaryExperiment.Run),
        new(DnnLayersExperiment.Experiment, "cycles, energy and bound of every layer of six networks, per design", DnnLayersExperiment.Run),
        new(EdpAccuracyExperiment.Experiment, "EDP against accuracy lost, the Pareto frontier, the paper's digitised points beside ours", EdpAccuracyExperiment.Run),
        new(MotivationExperiment.Experiment, "EDP of the designs at equal accuracy", MotivationExperiment.Run),
        new(BreakdownExperiment.Experiment, "energy and area by component, the share of the sparsity hardware", () => BreakdownExperiment.Run()),
        new(DualStructuredExperiment.Experiment, "DSSO against HighLight where both operands are structured", () => DualStructuredExperiment.Run()),
        new(SensitivityExperiment.Experiment, "what the conclusions depend on, one parameter at a time", SensitivityExperiment.Run),
        new(DatapathExperiment.Experiment, "a small product through HighLight's datapath, cycle by cycle", DatapathExperiment.Run),
    ];
}
