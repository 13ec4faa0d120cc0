using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.DnnLayers;

/// <summary>The tables of the networks.</summary>
internal static class DnnLayersTables
{
    /// <summary>One row a layer, design and degree.</summary>
    public static ResultTable Layers(string name, DnnLayersSettings settings, IEnumerable<NetworkRun> runs) => ResultTable.From(name, runs.SelectMany(run => run.Layers), columns => columns
        .Text("network", r => r.Run.Network)
        .Text("layer", r => r.Layer.Layer.Name)
        .Text("role", r => r.Layer.Layer.Role.ToString(), "What the layer is to pruning.")
        .Text("workload", r => r.Layer.Layer.Gemm.ToString(), "M x K x N of one product.")
        .Integer("products", "1", r => (int?)r.Layer.Layer.Count, "How often the product is computed; the values are of all of them.")
        .Text("design", r => r.Run.Design.Name)
        .Number("a_sparsity", "1", r => (double?)r.Run.Sparsity.ToDouble(), "Sparsity degree of the pruned layers; the others are dense.")
        .Text("a_pattern", r => r.Layer.Request.A.ToString(), "The weights that the design is given.")
        .Number("a_density", "1", r => (double?)r.Layer.NominalDensity)
        .Number("a_density_stored", "1", r => r.Layer.EffectiveDensity, "Weights stored over weights of the layer, padding of groups included.")
        .Number("b_density", "1", r => (double?)r.Layer.Layer.Input.Value, "Nonzeros of the activations.")
        .Text("b_source", r => r.Layer.Layer.Input.ToString(), "Where the density is from.")
        .Number("cycles", "cycles", r => r.Layer.Cycles)
        .Number("energy_pJ", "pJ", r => r.Layer.EnergyPj, "DRAM included.")
        .Number("edp_pJ_cycles", "pJ_cycles", r => r.Layer.EdpPjCycles, "Energy x cycles of the layer. These do not add up to the network's.")
        .Number("norm_cycles", "1", r => r.Cycles, $"Over those of {settings.Designs[0].Name} on the same layer.")
        .Number("norm_energy", "1", r => r.Energy, $"Over that of {settings.Designs[0].Name} on the same layer.")
        .Number("norm_edp", "1", r => r.Edp, $"Over that of {settings.Designs[0].Name} on the same layer.")
        .Text("bound", r => r.Bounds is { } bounds ? BoundName.Of(bounds.Bound) : null, "The resource that sets the cycles.")
        .Number("cycles_compute", "cycles", r => r.Bounds?.Compute * r.Layer.Layer.Count, "What the array alone needs.")
        .Number("cycles_buffer", "cycles", r => r.Bounds?.Buffer * r.Layer.Layer.Count, "What the ports of the global buffer alone need.")
        .Number("cycles_dram_read", "cycles", r => r.Bounds?.DramRead * r.Layer.Layer.Count)
        .Number("cycles_dram_write", "cycles", r => r.Bounds?.DramWrite * r.Layer.Layer.Count)
        .Flag("operands_exchanged", r => r.Layer.Evaluation?.IsSwapped, "Whether the design computes the transposed product.")
        .Text("mapping", r => r.Layer.Evaluation?.Result.Mapping.ToString(), "Tiles in the global buffer.")
        .Text("why", r => r.Layer.Why))
        .WithMetadata("technology", settings.Technology.ToString())
        .WithMetadata("mappings", MappingText.Of(settings.Constraints))
        .WithMetadata("baseline", settings.Designs[0].Name);

    /// <summary>One row a network, design and degree.</summary>
    public static ResultTable Totals(DnnLayersSettings settings, ImmutableArray<NetworkRun> runs) => ResultTable.From("whole networks", runs, columns =>
    {
        columns
            .Text("network", r => r.Network)
            .Number("a_sparsity", "1", r => (double?)r.Sparsity.ToDouble(), "Sparsity degree of the pruned layers.")
            .Text("design", r => r.Design.Name)
            .Text("a_pattern", r => r.Evaluation.Request.Assignment.ToString())
            .Number("cycles", "cycles", r => r.Evaluation.Cycles)
            .Number("energy_pJ", "pJ", r => r.Evaluation.EnergyPj)
            .Number("norm_cycles", "1", r => r.Cycles, $"Over those of {settings.Designs[0].Name}.")
            .Number("norm_energy", "1", r => r.Energy)
            .Number("norm_edp", "1", r => r.Edp, "Total energy x total cycles.");
        foreach (var bound in BoundName.All)
        {
            columns.Number(Invariant($"share_{BoundName.Of(bound).Replace(' ', '_').ToLowerInvariant()}"), "1", r => Share(r, bound), $"Share of the cycles in layers that {BoundName.Of(bound)} sets.");
        }
    }).WithShownRows(runs.Length);

    private static double? Share(NetworkRun run, CycleBound bound) => run.Evaluation.ShareOfCycles(bound) is { } share ? Math.Round(share, 4) : null;
}
