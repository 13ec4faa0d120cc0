using System.Text.Json.Nodes;
using HighLight.Evaluation;

namespace HighLight.Commands.Evaluations;

/// <summary>An evaluation as a JSON object: the schema of <c>highlight evaluate --format json</c>, and in columns that of csv.</summary>
internal static class EvaluationJson
{
    /// <summary>The object. Energies are in pJ, cycles are of the design's clock; what there is no value of is null.</summary>
    public static JsonObject Of(EvaluationPlan plan, EvaluationOutcome outcome)
    {
        var (evaluation, area) = (outcome.Evaluation, outcome.Area);
        var result = evaluation?.Result;
        var (bounds, counts) = (result?.Bounds, result?.Counts);
        return new JsonObject
        {
            ["design"] = DesignArgument.NameOf(outcome.Design),
            ["m"] = plan.Gemm.M,
            ["k"] = plan.Gemm.K,
            ["n"] = plan.Gemm.N,
            ["a"] = OperandArgument.TextOf(plan.A),
            ["b"] = OperandArgument.TextOf(plan.B),
            ["a_runs_as"] = evaluation?.A.RunsAs,
            ["b_runs_as"] = evaluation?.B.RunsAs,
            ["technology"] = plan.Technology.Name,
            ["node_nm"] = plan.Technology.NodeNm,
            ["preset"] = plan.Preset?.Name,
            ["constraints"] = plan.Mapping is null ? ConstraintsArgument.ShownOf(plan.Constraints) : null,
            ["objective"] = ObjectiveArgument.NameOf(plan.Objective),
            ["cycles"] = result?.Cycles,
            ["energy_pJ"] = result?.EnergyPj,
            ["edp_pJ_cycles"] = result?.EdpPjCycles,
            ["area_mm2"] = area?.TotalMm2,
            ["saf_area_mm2"] = area?.SafMm2,
            ["bound"] = bounds is { } known ? NameOf(known.Bound) : null,
            ["energy_by_component"] = Of(result?.Energy),
            ["cycles_by_bound"] = new JsonObject
            {
                [NameOf(CycleBound.Compute)] = bounds?.Compute,
                [NameOf(CycleBound.Buffer)] = bounds?.Buffer,
                [NameOf(CycleBound.DramRead)] = bounds?.DramRead,
                [NameOf(CycleBound.DramWrite)] = bounds?.DramWrite,
            },
            ["ideal_cycles"] = bounds?.Ideal,
            ["macs"] = new JsonObject { ["done"] = counts?.MacsDone, ["gated"] = counts?.MacsGated, ["skipped"] = counts?.MacsSkipped },
            ["mapping"] = result?.Mapping.ToString(),
            ["swapped"] = evaluation?.IsSwapped,
            ["remark"] = outcome.Remark,
        };
    }

    /// <summary>Energies by component in pJ; each null where there are none.</summary>
    public static JsonObject Of(EnergyBreakdown? energy) => new()
    {
        ["mac"] = energy?.Mac,
        ["registers"] = energy?.Registers,
        ["accumulation"] = energy?.Accumulation,
        ["buffer"] = energy?.Buffer,
        ["metadata"] = energy?.Metadata,
        ["dram"] = energy?.Dram,
        ["safs"] = energy?.Safs,
    };

    /// <summary>The columns of csv for the inner objects: <c>energy_mac_pJ</c>, <c>cycles_compute</c>, <c>macs_done</c>.</summary>
    public static string ColumnOf(string outer, string inner) => outer switch
    {
        "energy_by_component" => $"energy_{inner}_pJ",
        "cycles_by_bound" => $"cycles_{inner}",
        _ => $"{outer}_{inner}",
    };

    /// <summary>A bound as results name it, also a key of <c>cycles_by_bound</c>.</summary>
    public static string NameOf(CycleBound bound) => bound switch
    {
        CycleBound.Compute => "compute",
        CycleBound.Buffer => "buffer",
        CycleBound.DramRead => "dram_read",
        CycleBound.DramWrite => "dram_write",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, "A bound of the engine that has no name here yet."),
    };
}
