namespace HighLight.Evaluation.Networks;

/// <summary>Says why a layer takes the cycles it takes.</summary>
internal static class LayerReason
{
    public static string Of(LayerEvaluation layer)
    {
        var evaluation = layer.Evaluation!;
        var bounds = evaluation.Result.Bounds;
        var weights = layer.Weights!;
        var run = weights.Served is { } served ? Invariant($"weights run as {served}{(weights.Passes > 1 ? Invariant($" in {weights.Passes} passes") : "")}")
            : weights.SkipsAnyZeros ? Invariant($"weights run as unstructured {weights.Density:0.###}")
            : weights.GatesZeros ? Invariant($"zeros of the weights are gated")
            : "weights run as dense";
        var saved = evaluation.Result.Gemm.Macs / (double)evaluation.Request.Design.Array.Multipliers / bounds.Ideal;
        var compute = saved switch
        {
            > 1.0005 => Invariant($"{saved:0.##}x fewer multiplies"),
            < 0.9995 => Invariant($"{1 / saved:0.##}x more multiplies"),
            _ => "no multiply skipped",
        };
        var limit = bounds.Bound switch
        {
            CycleBound.Compute => bounds.Compute > 1.05 * bounds.Ideal ? Invariant($"the array sets the cycles, {1 - (bounds.Ideal / bounds.Compute):P0} of it idle") : "the array sets the cycles",
            CycleBound.Buffer => Invariant($"the ports of the global buffer set the cycles, {bounds.Cycles / bounds.Compute:0.##}x those of the array"),
            CycleBound.DramRead => Invariant($"reading DRAM sets the cycles, {bounds.Cycles / bounds.Compute:0.##}x those of the array"),
            _ => Invariant($"writing DRAM sets the cycles, {bounds.Cycles / bounds.Compute:0.##}x those of the array"),
        };
        return $"{run}{(evaluation.IsSwapped ? ", operands exchanged" : "")}; {compute}; {limit}";
    }
}
