using System.Collections.Immutable;
using HighLight.Evaluation.Networks;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Comparison;
using HighLight.Sparsity;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>Patterns for the layers: what they cost on the design, what they keep, and what the pruned model then gives.</summary>
/// <param name="Kind">How they were given.</param>
/// <param name="Patterns">What the layers that are pruned take, by name.</param>
/// <param name="Pruned">The model pruned so; null for the dense one.</param>
/// <param name="Evaluation">The network under them.</param>
/// <param name="Dense">The dense network on the same design.</param>
/// <param name="KeptL2">Share of the L2 norm that is kept, see <see cref="PatternFamily.KeptL2"/>.</param>
/// <param name="OutputError">Measured relative L2 error of the outputs, rounded; null where an output's norm is 0.</param>
/// <param name="PredictedError">The same as the search predicts it; null where it cannot.</param>
internal sealed record AssignmentPoint(
    AssignmentKind Kind,
    ImmutableDictionary<string, HssPattern> Patterns,
    PrunedModel? Pruned,
    NetworkEvaluation Evaluation,
    NetworkEvaluation Dense,
    double KeptL2,
    double? OutputError,
    double? PredictedError)
{
    /// <summary>What it is called in tables and legends.</summary>
    public string Series => NameOf(Kind);

    /// <summary>The one pattern, or how many patterns there are.</summary>
    public string Label => Patterns.IsEmpty ? "dense"
        : Kind == AssignmentKind.Uniform ? Patterns.Values.First().ToString()
        : Invariant($"{Patterns.Count} layers, {Patterns.Values.Distinct().Count()} patterns");

    /// <summary>Kept weights over all.</summary>
    public double Density => Pruned?.Total.Density.ToDouble() ?? 1;

    /// <summary>Energy-delay product over the dense network's on the same design.</summary>
    public double Edp => Evaluation.EdpPjCycles!.Value / Dense.EdpPjCycles!.Value;

    public double Cycles => Evaluation.Cycles!.Value / Dense.Cycles!.Value;

    public double Energy => Evaluation.EnergyPj!.Value / Dense.EnergyPj!.Value;

    /// <summary>The name of a kind.</summary>
    public static string NameOf(AssignmentKind kind) => kind switch
    {
        AssignmentKind.Uniform => "one pattern for all",
        AssignmentKind.ByKeptNorm => "per layer, by kept L2",
        _ => "per layer, by output error",
    };

    /// <summary>Runs the pruned model and compares its outputs.</summary>
    public static double? Measure(MeasuredWorkload workload, PrunedModel pruned) =>
        Rounding.Error(OutputComparison.Of(workload.Measured.Outputs, ModelRunner.Run(pruned.Model, workload.Measured.Inputs)).RelativeL2);
}
