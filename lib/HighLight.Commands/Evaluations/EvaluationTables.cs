using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Commands.Reproduction;
using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Commands.Evaluations;

/// <summary>Evaluations as tables: the summary, the energy by component, the cycles by bound; a row for each design.</summary>
internal static class EvaluationTables
{
    private const double PjPerMicrojoule = 1e6;
    private const double PjPerJoule = 1e12;

    /// <summary>The tables, in the order they are read.</summary>
    public static ImmutableArray<PlainTable> Of(EvaluationPlan plan, ImmutableArray<(GemmEvaluation Evaluation, AreaBreakdown? Area)> results) =>
        [Summary(plan, results), Energy(results.Select(result => result.Evaluation)), Cycles(results.Select(result => result.Evaluation))];

    private static PlainTable Summary(EvaluationPlan plan, ImmutableArray<(GemmEvaluation Evaluation, AreaBreakdown? Area)> results)
    {
        var preset = plan.Preset is { } named ? $", preset {named.Name}" : "";
        var table = new PlainTable(
            $"GEMM {plan.Gemm} (M×K×N), A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}, technology {plan.Technology.Name}{preset}",
            "design",
            "#cycles", "#energy (µJ)", "#EDP (J·cycles)", "#area (mm²)", "#SAF area (%)", "bound", "mapping", "operands");
        foreach (var (evaluation, area) in results)
        {
            var result = evaluation.Result;
            table.Add(
                DesignArgument.NameOf(evaluation.Request.Design),
                Count(result.Cycles),
                Microjoules(result.EnergyPj),
                SummaryFigures.Format(result.EdpPjCycles / PjPerJoule),
                area is null ? SummaryFigures.None : SummaryFigures.Format(area.TotalMm2),
                area is null ? SummaryFigures.None : (100 * area.SafShare).ToString("0.0", CultureInfo.InvariantCulture),
                EvaluationJson.NameOf(result.Bounds.Bound),
                result.Mapping.ToString(),
                evaluation.IsSwapped ? "exchanged" : "as given");
        }

        return table;
    }

    private static PlainTable Energy(IEnumerable<GemmEvaluation> evaluations)
    {
        var table = new PlainTable("Energy by component (µJ)", "design", "#mac", "#registers", "#accumulation", "#buffer", "#metadata", "#dram", "#safs");
        foreach (var evaluation in evaluations)
        {
            var energy = evaluation.Result.Energy;
            table.Add(
                [
                    DesignArgument.NameOf(evaluation.Request.Design),
                    .. new[] { energy.Mac, energy.Registers, energy.Accumulation, energy.Buffer, energy.Metadata, energy.Dram, energy.Safs }.Select(Microjoules),
                ]);
        }

        return table;
    }

    private static PlainTable Cycles(IEnumerable<GemmEvaluation> evaluations)
    {
        var table = new PlainTable("Cycles that each resource alone needs", "design", "#ideal", "#compute", "#buffer", "#dram_read", "#dram_write");
        foreach (var evaluation in evaluations)
        {
            var bounds = evaluation.Result.Bounds;
            table.Add(
                [
                    DesignArgument.NameOf(evaluation.Request.Design),
                    .. new[] { bounds.Ideal, bounds.Compute, bounds.Buffer, bounds.DramRead, bounds.DramWrite }.Select(Count),
                ]);
        }

        return table;
    }

    private static string Microjoules(double picojoules) => SummaryFigures.Format(picojoules / PjPerMicrojoule);

    /// <summary>Cycles, fractions of them to two digits (a bandwidth bound is not rounded); those beyond 10^15 in powers of ten.</summary>
    private static string Count(double cycles) => cycles < 1e15 ? cycles.ToString("0.##", CultureInfo.InvariantCulture) : SummaryFigures.Format(cycles);
}
