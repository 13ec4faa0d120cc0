using System.Text.Json.Nodes;
using HighLight.Commands.Evaluations;
using HighLight.Evaluation.Networks;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>
/// Networks and their evaluations as JSON: the schema of <c>highlight network --format json</c>, and in columns that of csv.
/// </summary>
internal static class NetworkJson
{
    /// <summary>
    /// The network on one design. Energies are in pJ, cycles are of the design's clock; where a layer is refused, it and the totals are
    /// null.
    /// </summary>
    public static JsonObject Of(NetworkPlan plan, NetworkEvaluation evaluation)
    {
        var row = Totals(plan, evaluation);
        row["layers"] = new JsonArray([.. evaluation.Layers.Select(layer => Of(plan, layer))]);
        row["not_evaluated"] = new JsonArray([.. plan.Input.NotEvaluated.Select(reason => JsonValue.Create(reason))]);
        return row;
    }

    /// <summary>The same without lists: a row of csv.</summary>
    public static JsonObject Totals(NetworkPlan plan, NetworkEvaluation evaluation)
    {
        var network = plan.Input.Network;
        return new JsonObject
        {
            ["network"] = network.Name,
            ["title"] = network.Title,
            ["source"] = network.Source,
            ["design"] = DesignArgument.NameOf(evaluation.Request.Design),
            ["a"] = OperandArgument.TextOf(plan.A),
            ["prune"] = new JsonObject { ["first_convolution"] = plan.Policy.FirstConvolution, ["classifier"] = plan.Policy.Classifier },
            ["batch"] = plan.Batch,
            ["technology"] = plan.Technology.Name,
            ["node_nm"] = plan.Technology.NodeNm,
            ["objective"] = ObjectiveArgument.NameOf(plan.Objective),
            ["constraints"] = ConstraintsArgument.ShownOf(plan.Constraints),
            ["macs"] = network.Macs,
            ["weights"] = network.Weights,
            ["cycles"] = evaluation.Cycles,
            ["energy_pJ"] = evaluation.EnergyPj,
            ["edp_pJ_cycles"] = evaluation.EdpPjCycles,
            ["energy_by_component"] = EvaluationJson.Of(evaluation.Energy),
            ["remark"] = plan.Remark(evaluation),
        };
    }

    /// <summary>A layer on its own row of csv, with what tells it from those of other networks and designs.</summary>
    public static JsonObject Row(NetworkPlan plan, NetworkEvaluation evaluation, LayerEvaluation layer)
    {
        var row = new JsonObject { ["network"] = plan.Input.Network.Name, ["design"] = DesignArgument.NameOf(evaluation.Request.Design) };
        foreach (var (key, value) in Of(plan, layer))
        {
            row[key] = value?.DeepClone();
        }

        return row;
    }

    /// <summary>A built-in network in the list of all.</summary>
    public static JsonObject Of(Network network) => new()
    {
        ["network"] = network.Name,
        ["title"] = network.Title,
        ["layers"] = network.Layers.Length,
        ["macs"] = network.Macs,
        ["weights"] = network.Weights,
        ["source"] = network.Source,
    };

    /// <summary>A role as layer tables write it.</summary>
    public static string NameOf(LayerRole role) => role switch
    {
        LayerRole.FirstConvolution => "first_convolution",
        LayerRole.ActivationProduct => "activation_product",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static JsonObject Of(NetworkPlan plan, LayerEvaluation evaluated)
    {
        var (layer, result) = (evaluated.Layer, evaluated.Evaluation?.Result);
        return new JsonObject
        {
            ["name"] = layer.Name,
            ["m"] = layer.Gemm.M,
            ["k"] = layer.Gemm.K,
            ["n"] = layer.Gemm.N,
            ["count"] = layer.Count,
            ["role"] = NameOf(layer.Role),
            ["pruned"] = plan.Prunes(layer),
            ["pruned_because"] = plan.Reason(layer),
            ["a"] = OperandArgument.TextOf(evaluated.Request.A),
            ["a_runs_as"] = evaluated.Evaluation?.A.RunsAs,
            ["a_density"] = evaluated.NominalDensity,
            ["a_stored_density"] = evaluated.EffectiveDensity,
            ["b_runs_as"] = evaluated.Evaluation?.B.RunsAs,
            ["b_density"] = layer.Input.Value,
            ["b_density_source"] = layer.Input.ToString(),
            ["output_density"] = layer.Output.Value,
            ["shortcut_density"] = layer.Shortcut?.Value,
            ["macs"] = layer.Macs,
            ["cycles"] = evaluated.Cycles,
            ["energy_pJ"] = evaluated.EnergyPj,
            ["edp_pJ_cycles"] = evaluated.EdpPjCycles,
            ["bound"] = evaluated.Bound is { } bound ? EvaluationJson.NameOf(bound) : null,
            ["why"] = evaluated.Why,
            ["mapping"] = result?.Mapping.ToString(),
            ["swapped"] = evaluated.Evaluation?.IsSwapped,
            ["remark"] = Remark(evaluated),
        };
    }

    private static string? Remark(LayerEvaluation layer) => layer.Refusal
        ?? (layer.Evaluation!.Remarks is { IsEmpty: false } remarks ? string.Join("; ", remarks) : null);
}
