using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The tables of one pattern for all against a pattern for each layer.</summary>
internal static class AssignmentTables
{
    /// <summary>What each layer takes under the budget of the settings.</summary>
    public static ResultTable ByLayer(YourModelStudy study)
    {
        var (shown, uniform) = (study.Patterns.Shown, study.Patterns.BestUniform);
        var layers = study.Workload.LayersOf(shown.Pruned!);
        return ResultTable.From(
                Invariant($"a pattern for each layer, at least {study.Settings.KeptL2Budget} of the L2 norm kept"),
                shown.Evaluation.Layers.Zip(uniform.Evaluation.Layers).Where(pair => layers.ContainsKey(pair.First.Layer.Name)).Select(pair => (Own: pair.First, One: pair.Second, Pruned: layers[pair.First.Layer.Name])),
                columns => columns
                    .Text("layer", r => r.Own.Layer.Name)
                    .Text("a_pattern", r => r.Pruned.Pattern?.ToString() ?? "dense")
                    .Number("density", "1", r => (double?)r.Pruned.Mask.Density.ToDouble(), "Kept weights over all.")
                    .Number("density_stored", "1", r => (double?)r.Pruned.EffectiveDensity.ToDouble(), "Padding of groups included.")
                    .Number("kept_l2_share", "1", r => (double?)r.Pruned.Quality.KeptL2Share, "Of the layer's weights.")
                    .Number("share_of_macs", "1", r => Math.Round((double)r.Own.Layer.Macs / study.Workload.Measured.Macs, 4))
                    .Number("cycles_over_one_pattern", "1", r => r.Own.Cycles / r.One.Cycles, $"Over those under {uniform.Label} for all layers.")
                    .Number("energy_over_one_pattern", "1", r => r.Own.EnergyPj / r.One.EnergyPj)
                    .Text("why_dense", r => r.Pruned.Pattern is null ? r.Pruned.WhyDense : null))
            .WithShownRows(Math.Max(1, layers.Count));
    }

    /// <summary>Every assignment.</summary>
    public static ResultTable All(YourModelStudy study) => ResultTable.From($"assignments on {study.Settings.Subject.Name}", study.Patterns.All, columns => columns
        .Text("assignment", p => p.Series)
        .Text("patterns", p => p.Label)
        .Number("density", "1", p => (double?)p.Density, "Kept weights over all of the model.")
        .Number("kept_l2_share", "1", p => (double?)p.KeptL2)
        .Number("predicted_error", "1", p => p.PredictedError, "Output error as the search predicts it, to 3 decimals.")
        .Number("output_error", "1", p => p.OutputError, "Output error measured, to 3 decimals.")
        .Number("norm_cycles", "1", p => (double?)p.Cycles, $"Over the dense model on {study.Settings.Subject.Name}.")
        .Number("norm_energy", "1", p => (double?)p.Energy)
        .Number("norm_edp", "1", p => (double?)p.Edp))
        .WithShownRows(study.Patterns.All.Length);
}
