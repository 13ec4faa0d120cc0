using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Commands.Reproduction;
using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>Evaluations of a network as tables: totals and energy by component, a row for each design; and the layers of each design.</summary>
internal static class NetworkTables
{
    private const double PjPerMicrojoule = 1e6;
    private const double PjPerJoule = 1e12;

    /// <summary>The totals, and what they are made of.</summary>
    public static ImmutableArray<PlainTable> Of(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations) => [Totals(plan, evaluations), Energy(evaluations)];

    /// <summary>The layers on one design, in the order they run.</summary>
    public static PlainTable Layers(NetworkEvaluation evaluation)
    {
        var table = new PlainTable(
            $"Layers on {DesignArgument.NameOf(evaluation.Request.Design)}",
            "layer", "#M×K×N", "#count", "weights", "#stored", "#B", "#cycles", "#(%)", "#energy (µJ)", "bound", "why");
        foreach (var layer in evaluation.Layers)
        {
            table.Add(
                layer.Layer.Name,
                layer.Layer.Gemm.ToString(),
                layer.Layer.Count.ToString(CultureInfo.InvariantCulture),
                OperandArgument.TextOf(layer.Request.A),
                layer.EffectiveDensity?.ToString("0.###", CultureInfo.InvariantCulture) ?? SummaryFigures.None,
                layer.Layer.Input.Value.ToString("0.###", CultureInfo.InvariantCulture),
                Count(layer.Cycles),
                Percent(layer.Cycles / evaluation.Cycles),
                Microjoules(layer.EnergyPj),
                layer.Bound is { } bound ? EvaluationJson.NameOf(bound) : "refused",
                layer.Why);
        }

        return table;
    }

    /// <summary>Which layers are not pruned and why; what of a model is no layer and why.</summary>
    public static IEnumerable<string> Remarks(NetworkPlan plan)
    {
        foreach (var group in plan.Input.Network.Layers.Where(layer => !plan.Prunes(layer)).GroupBy(plan.Reason, StringComparer.Ordinal))
        {
            yield return $"Not pruned ({group.Key}): {string.Join(", ", group.Select(layer => layer.Name))}.";
        }

        foreach (var reason in plan.Input.NotEvaluated)
        {
            yield return $"Not evaluated: {reason}";
        }
    }

    /// <summary>The built-in networks.</summary>
    public static PlainTable List(IEnumerable<Network> networks)
    {
        var table = new PlainTable("Built-in networks", "network", "what", "#layers", "#MACs (G)", "#weights (M)", "source");
        foreach (var network in networks)
        {
            table.Add(network.Name, network.Title, network.Layers.Length.ToString(CultureInfo.InvariantCulture), Thousandth(network.Macs / 1e9), Thousandth(network.Weights / 1e6), network.Source);
        }

        return table;
    }

    private static PlainTable Totals(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations)
    {
        var network = plan.Input.Network;
        var pruned = network.Layers.Count(plan.Prunes);
        var first = evaluations.FirstOrDefault(evaluation => evaluation.EdpPjCycles is not null);
        var table = new PlainTable(
            string.Create(CultureInfo.InvariantCulture, $"{network.Title}, batch {plan.Batch}: {network.Layers.Length} layers, {network.Macs / 1e9:0.###} G MACs, {network.Weights / 1e6:0.###} M weights; {OperandArgument.TextOf(plan.A)} in {pruned} layers; technology {plan.Technology.Name}"),
            [
                "design", "#cycles", "#energy (µJ)", "#EDP (J·cycles)", $"#EDP / {(first is null ? "-" : DesignArgument.NameOf(first.Request.Design))}",
                .. Enum.GetValues<CycleBound>().Select(bound => $"#{EvaluationJson.NameOf(bound)} (% of cycles)"),
            ]);
        foreach (var evaluation in evaluations)
        {
            table.Add(
                [
                    DesignArgument.NameOf(evaluation.Request.Design),
                    Count(evaluation.Cycles),
                    Microjoules(evaluation.EnergyPj),
                    evaluation.EdpPjCycles is { } edp ? SummaryFigures.Format(edp / PjPerJoule) : SummaryFigures.None,
                    (evaluation.EdpPjCycles / first?.EdpPjCycles)?.ToString("0.000", CultureInfo.InvariantCulture) ?? SummaryFigures.None,
                    .. Enum.GetValues<CycleBound>().Select(bound => Percent(evaluation.ShareOfCycles(bound))),
                ]);
        }

        return table;
    }

    private static PlainTable Energy(ImmutableArray<NetworkEvaluation> evaluations)
    {
        var table = new PlainTable("Energy by component (µJ)", "design", "#mac", "#registers", "#accumulation", "#buffer", "#metadata", "#dram", "#safs");
        foreach (var evaluation in evaluations)
        {
            var energy = evaluation.Energy;
            table.Add(
                [
                    DesignArgument.NameOf(evaluation.Request.Design),
                    .. new[] { energy?.Mac, energy?.Registers, energy?.Accumulation, energy?.Buffer, energy?.Metadata, energy?.Dram, energy?.Safs }.Select(Microjoules),
                ]);
        }

        return table;
    }

    private static string Thousandth(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => (100 * share)?.ToString("0.0", CultureInfo.InvariantCulture) ?? SummaryFigures.None;

    private static string Microjoules(double? picojoules) => picojoules is { } energy ? SummaryFigures.Format(energy / PjPerMicrojoule) : SummaryFigures.None;

    private static string Count(double? cycles) => cycles?.ToString("0", CultureInfo.InvariantCulture) ?? SummaryFigures.None;
}
