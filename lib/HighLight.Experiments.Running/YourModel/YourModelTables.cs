using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The tables of the designs.</summary>
internal static class YourModelTables
{
    private const string Whole = "whole model";

    /// <summary>Everything: each design with its layers, then each assignment of patterns on the subject, with the layers of the one that is shown.</summary>
    public static ResultTable Main(string name, YourModelStudy study)
    {
        var rows = study.Runs
            .SelectMany(run => ResultRow.Of(
                AssignmentPoint.NameOf(AssignmentKind.Uniform), run.Pattern, run.Variant?.KeptL2 ?? 1, run.Variant is null ? 0 : run.Variant.OutputError, run.Evaluation, layers: true))
            .Concat(study.Patterns.All.SelectMany(point => ResultRow.Of(
                point.Series, point.Label, point.KeptL2, point.OutputError, point.Evaluation, layers: ReferenceEquals(point, study.Patterns.Shown))));
        return ResultTable.From(name, rows, columns => columns
            .Text("model", _ => study.Workload.Network.Name)
            .Text("record", r => r.Layer is null ? Whole : "layer")
            .Text("design", r => r.Network.Request.Design.Name)
            .Text("assignment", r => r.Assignment, "How patterns were given to the layers.")
            .Text("patterns", r => r.Patterns)
            .Text("layer", r => r.Layer?.Layer.Name)
            .Text("workload", r => r.Layer?.Layer.Gemm.ToString(), "M x K x N of one product.")
            .Integer("products", "1", r => r.Layer?.Layer.Count)
            .Text("a_pattern", r => r.Layer?.Request.A.ToString(), "The layer's weights.")
            .Number("a_density_stored", "1", r => r.Layer?.EffectiveDensity, "Weights stored over weights of the layer, padding of groups included.")
            .Number("b_density", "1", r => r.Layer?.Layer.Input.Value, "Measured on this run's input after quantisation to int8, to 3 decimals.")
            .Number("kept_l2_share", "1", r => (double?)r.KeptL2, "L2 norm of what is kept of the prunable layers, each counting by its number of weights.")
            .Number("output_error", "1", r => r.OutputError, "Relative L2 error of the pruned model's outputs, to 3 decimals.")
            .Number("cycles", "cycles", r => r.Cycles)
            .Number("energy_pJ", "pJ", r => r.EnergyPj, "DRAM included.")
            .Number("edp_pJ_cycles", "pJ_cycles", r => r.EdpPjCycles, "Energy x cycles; the layers' do not add up to the model's.")
            .Number("norm_edp", "1", r => r.Layer is null ? r.EdpPjCycles / study.Runs[0].Evaluation.EdpPjCycles : null, $"Over that of {study.Baseline} with dense weights.")
            .Text("bound", r => r.Bounds is { } bounds ? BoundName.Of(bounds.Bound) : null, "The resource that sets the layer's cycles.")
            .Text("why", r => r.Layer?.Why))
            .WithMetadata("technology", study.Settings.Technology.ToString())
            .WithMetadata("inputs", string.Join(", ", study.Workload.Measured.Inputs.Select(input => input.Origin)));
    }

    /// <summary>The whole model on every design, and why.</summary>
    public static ResultTable Designs(YourModelStudy study) => ResultTable.From("the model on each design", study.Runs, columns => columns
        .Number("a_sparsity", "1", r => (double?)r.Sparsity.ToDouble(), "Sparsity degree of the pruned layers.")
        .Text("design", r => r.Design.Name)
        .Text("a_pattern", r => r.Pattern)
        .Number("kept_l2_share", "1", r => (double?)(r.Variant?.KeptL2 ?? 1))
        .Number("output_error", "1", r => r.Variant is null ? 0 : r.Variant.OutputError)
        .Number("cycles", "cycles", r => r.Evaluation.Cycles)
        .Number("energy_pJ", "pJ", r => r.Evaluation.EnergyPj)
        .Number("norm_cycles", "1", r => r.Cycles, $"Over those of {study.Baseline} with dense weights.")
        .Number("norm_energy", "1", r => r.Energy)
        .Number("norm_edp", "1", r => r.Edp, "Total energy x total cycles.")
        .Text("why", r => r.Why))
        .WithShownRows(study.Runs.Length);

    /// <summary>The subject's layers at the greatest degree, beside the dense model on it.</summary>
    public static ResultTable Why(YourModelStudy study)
    {
        var dense = study.Runs.First(run => run.Sparsity == Sparsity.Fraction.Zero && run.Design.Name == study.Settings.Subject.Name);
        var pruned = study.Greatest.First(run => run.Design.Name == study.Settings.Subject.Name);
        return ResultTable.From(Invariant($"{pruned.Design.Name}, weights {pruned.Pattern} where pruned, layer by layer"), pruned.Evaluation.Layers.Zip(dense.Evaluation.Layers), columns => columns
                .Text("layer", r => r.First.Layer.Name)
                .Text("workload", r => r.First.Layer.Gemm.ToString())
                .Number("a_density_stored", "1", r => r.First.EffectiveDensity, "Padding of groups included.")
                .Number("b_density", "1", r => (double?)r.First.Layer.Input.Value)
                .Number("share_of_cycles", "1", r => r.First.Cycles / pruned.Evaluation.Cycles)
                .Number("speed_up", "x", r => r.Second.Cycles / r.First.Cycles, "Over dense weights on the same design.")
                .Text("bound", r => r.First.Bound is { } bound ? BoundName.Of(bound) : null)
                .Text("why", r => r.First.Why))
            .WithShownRows(Math.Max(1, pruned.Evaluation.Layers.Length));
    }
}
