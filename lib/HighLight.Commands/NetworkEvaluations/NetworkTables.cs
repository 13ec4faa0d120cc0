using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Workloads;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>
/// Evaluations of a network as tables: totals and energy by component, a row for each design; and the layers of each design.
/// </summary>
internal static class NetworkTables
{
    private const double PjPerJoule = 1e12;

    /// <summary>The totals, and what they are made of.</summary>
    public static ImmutableArray<ResultTable> Of(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations) =>
        [Totals(plan, evaluations), EnergyTable.Of(evaluations.Select(evaluation => (evaluation.Request.Design, evaluation.Energy)))];

    /// <summary>The layers on one design, in the order they run.</summary>
    public static ResultTable Layers(NetworkEvaluation evaluation) => ResultTable.Create(
        $"Layers on {DesignArgument.NameOf(evaluation.Request.Design)}",
        [
            Text("layer"), Number("M×K×N"), Number("count"), Text("weights"), Text("run as"), Number("stored"), Number("B"), Number("cycles"),
            Number("", "%"), Number("energy", "µJ"), Text("bound"), Text("why"),
        ],
        evaluation.Layers,
        layer =>
        [
            layer.Layer.Name,
            layer.Layer.Gemm.ToString(),
            layer.Layer.Count.ToString(CultureInfo.InvariantCulture),
            OperandArgument.TextOf(layer.Request.A),
            layer.Evaluation?.A.RunsAs ?? "refused",
            layer.EffectiveDensity?.ToString("0.###", CultureInfo.InvariantCulture) ?? SummaryFigures.None,
            layer.Layer.Input.Value.ToString("0.###", CultureInfo.InvariantCulture),
            Count(layer.Cycles),
            Percent(layer.Cycles / evaluation.Cycles),
            EnergyTable.Microjoules(layer.EnergyPj),
            layer.Bound is { } bound ? EvaluationJson.NameOf(bound) : "refused",
            layer.Why,
        ]);

    /// <summary>What designs do not use or refuse; which layers are not pruned and why; what of a model is not a layer and why.</summary>
    public static IEnumerable<string> Remarks(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations)
    {
        foreach (var evaluation in evaluations)
        {
            foreach (var remark in Remarks(plan, evaluation))
            {
                yield return $"{DesignArgument.NameOf(evaluation.Request.Design)}: {remark}";
            }
        }

        foreach (var group in plan.Input.Network.Layers.Where(layer => !plan.Prunes(layer)).GroupBy(plan.Reason, StringComparer.Ordinal))
        {
            yield return $"Not pruned ({group.Key}): {string.Join(", ", group.Select(layer => layer.Name))}.";
        }

        foreach (var reason in plan.Input.NotEvaluated)
        {
            yield return $"Not evaluated: {reason}";
        }
    }

    /// <summary>Of a design that was named, refusals are errors, and said as such.</summary>
    private static IEnumerable<string> Remarks(NetworkPlan plan, NetworkEvaluation evaluation)
    {
        if (plan.Everything && plan.Remark(evaluation) is { } remark)
        {
            yield return remark;
        }

        var unused = evaluation.Layers.Where(layer => layer.Evaluation is not null && plan.Prunes(layer.Layer))
            .SelectMany(layer => layer.Evaluation!.Remarks.Where(text => text[0] == 'A').Select(text => (layer.Layer.Name, Text: text)))
            .GroupBy(pair => pair.Text, StringComparer.Ordinal);
        foreach (var group in unused)
        {
            yield return $"{group.Key} ({group.Count()} layers, such as {group.First().Name})";
        }
    }

    /// <summary>The built-in networks.</summary>
    public static ResultTable List(IEnumerable<Network> networks) => ResultTable.Create(
        "Built-in networks",
        [Text("network"), Text("what"), Number("layers"), Number("MACs", "G"), Number("weights", "M"), Text("source")],
        networks,
        network =>
        [
            network.Name,
            network.Title,
            network.Layers.Length.ToString(CultureInfo.InvariantCulture),
            Thousandth(network.Macs / 1e9),
            Thousandth(network.Weights / 1e6),
            network.Source,
        ]);

    private static ResultTable Totals(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations)
    {
        var first = evaluations.FirstOrDefault(evaluation => evaluation.EdpPjCycles is not null);
        return ResultTable.Create(
            Title(plan),
            [
                Text("design"), Number("cycles"), Number("energy", "µJ"), Number("EDP", "J·cycles"),
                Number($"EDP / {(first is null ? "-" : DesignArgument.NameOf(first.Request.Design))}"),
                .. Enum.GetValues<CycleBound>().Select(bound => Number(EvaluationJson.NameOf(bound), "% of cycles")),
            ],
            evaluations,
            evaluation =>
            [
                DesignArgument.NameOf(evaluation.Request.Design),
                Count(evaluation.Cycles),
                EnergyTable.Microjoules(evaluation.EnergyPj),
                evaluation.EdpPjCycles is { } edp ? SummaryFigures.Format(edp / PjPerJoule) : SummaryFigures.None,
                (evaluation.EdpPjCycles / first?.EdpPjCycles)?.ToString("0.000", CultureInfo.InvariantCulture) ?? SummaryFigures.None,
                .. Enum.GetValues<CycleBound>().Select(bound => Percent(evaluation.ShareOfCycles(bound))),
            ]);
    }

    private static string Title(NetworkPlan plan)
    {
        var network = plan.Input.Network;
        var size = Invariant($"{network.Layers.Length} layers, {network.Macs / 1e9:0.###} G MACs, {network.Weights / 1e6:0.###} M weights");
        var pruned = Invariant($"{OperandArgument.TextOf(plan.A)} in {network.Layers.Count(plan.Prunes)} layers");
        var allowed = ConstraintsArgument.ShownOf(plan.Constraints) is { } text ? $", mappings: {text}" : "";
        return Invariant($"{network.Title}, batch {plan.Batch}: {size}; {pruned}; technology {plan.Technology.Name}{allowed}");
    }

    private static string Thousandth(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => (100 * share)?.ToString("0.0", CultureInfo.InvariantCulture) ?? SummaryFigures.None;

    private static string Count(double? cycles) => cycles?.ToString("0", CultureInfo.InvariantCulture) ?? SummaryFigures.None;
}
