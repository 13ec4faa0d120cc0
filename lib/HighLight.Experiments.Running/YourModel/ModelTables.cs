using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The tables about the model itself.</summary>
internal static class ModelTables
{
    /// <summary>The layers as they ran, and which are pruned.</summary>
    public static ResultTable Layers(YourModelStudy study)
    {
        var pruned = study.Workload.LayersOf(study.Variants[^1].Pruned);
        return ResultTable.From("the layers as they ran", study.Workload.Measured.Layers.Zip(study.Workload.Network.Layers), columns => columns
                .Text("layer", r => r.Second.Name)
                .Text("operator", r => r.First.Node.Operator)
                .Text("workload", r => r.Second.Gemm.ToString(), "M x K x N of one product.")
                .Integer("products", "1", r => (int?)r.Second.Count, "Groups, batches, heads.")
                .Number("share_of_macs", "1", r => Math.Round((double)r.First.Macs / study.Workload.Measured.Macs, 4))
                .Number("b_density", "1", r => (double?)Rounding.Share(r.First.Input.Density), "Nonzeros of the input in floating point, on this run's input.")
                .Number("b_density_int8", "1", r => (double?)r.Second.Input.Value, "After quantisation of the tensor to int8: what is evaluated.")
                .Number("z_density_int8", "1", r => (double?)r.Second.Output.Value)
                .Text("pruned", r => pruned.TryGetValue(r.Second.Name, out var layer) ? (layer.IsPruned ? "yes" : "no: " + layer.WhyDense) : "no: a product of activations"))
            .WithShownRows(Math.Max(1, study.Workload.Network.Layers.Length));
    }

    /// <summary>What has parameters and is no layer, with the reason; one row that says so where there is nothing.</summary>
    public static ResultTable NotEvaluated(YourModelStudy study)
    {
        var rows = study.Workload.Measured.NotEvaluated.Select(layer => (Node: layer.Node.DisplayName, layer.Node.Operator, Parameters: (long?)layer.ParameterCount, layer.Reason)).ToArray();
        return ResultTable.From("not evaluated", rows.Length > 0 ? rows : [("none", "", null, "every node with parameters is evaluated")], columns => columns
                .Text("node", r => r.Node)
                .Text("operator", r => r.Operator)
                .Integer("parameters", "1", r => r.Parameters)
                .Text("reason", r => r.Reason))
            .WithShownRows(Math.Max(1, rows.Length));
    }

    /// <summary>The pruned versions: what they keep, how large they are on the disk, what they give.</summary>
    public static ResultTable Variants(YourModelStudy study) => ResultTable.From("pruned, written, read and run", study.Variants, columns => columns
        .Text("a_pattern", v => v.Pattern.ToString())
        .Text("for_designs", v => string.Join(", ", study.Runs.Where(run => ReferenceEquals(run.Variant, v)).Select(run => run.Design.Name)))
        .Integer("pruned_layers", "1", v => (int?)v.Pruned.Pruned.Layers)
        .Number("density", "1", v => (double?)v.Pruned.Total.Density.ToDouble(), "Kept weights over all, layers that stay dense included.")
        .Number("kept_l2_share", "1", v => (double?)v.KeptL2, "L2 norm of what is kept of the prunable layers, each counting by its number of weights.")
        .Integer("dense_bytes", "bytes", v => (long?)v.DenseBytes, "All weights in single precision.")
        .Integer("hss_bytes", "bytes", v => (long?)v.CompressedBytes, "All .hss files on the disk, in single precision.")
        .Number("size_ratio", "1", v => (double?)v.CompressedBytes / v.DenseBytes)
        .Integer("onnx_bytes", "bytes", v => (long?)v.ModelBytes, "The pruned ONNX file, which stores zeros like other values.")
        .Number("output_error", "1", v => v.OutputError, "Relative L2 error of the outputs against the model's, to 3 decimals.")
        .Number("cosine", "1", v => v.Cosine, "Least cosine of an output with the model's, to 3 decimals."))
        .WithShownRows(Math.Max(1, study.Variants.Length));
}
