using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Evaluation;
using HighLight.Hardware;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Evaluations;

/// <summary>Evaluations as tables: the summary, the energy by component, the cycles by bound; a row for each design.</summary>
internal static class EvaluationTables
{
    private const double PjPerJoule = 1e12;

    /// <summary>The tables, in the order they are read.</summary>
    public static ImmutableArray<ResultTable> Of(
        EvaluationPlan plan, ImmutableArray<(GemmEvaluation Evaluation, AreaBreakdown? Area)> results) =>
        [
            Summary(plan, results),
            EnergyTable.Of(results.Select(result => (result.Evaluation.Request.Design, (EnergyBreakdown?)result.Evaluation.Result.Energy))),
            Cycles(results.Select(result => result.Evaluation)),
        ];

    private static ResultTable Summary(EvaluationPlan plan, ImmutableArray<(GemmEvaluation Evaluation, AreaBreakdown? Area)> results)
    {
        var preset = plan.Preset is { } named ? $", preset {named.Name}" : "";
        return ResultTable.Create(
            $"GEMM {plan.Gemm} (M×K×N), A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}, technology {plan.Technology.Name}{preset}",
            [
                Text("design"), Number("cycles"), Number("energy", "µJ"), Number("EDP", "J·cycles"), Number("area", "mm²"),
                Number("SAF area", "%"), Text("bound"), Text("mapping"), Text("operands"),
            ],
            results,
            row =>
            [
                DesignArgument.NameOf(row.Evaluation.Request.Design),
                Count(row.Evaluation.Result.Cycles),
                EnergyTable.Microjoules(row.Evaluation.Result.EnergyPj),
                SummaryFigures.Format(row.Evaluation.Result.EdpPjCycles / PjPerJoule),
                row.Area is null ? SummaryFigures.None : SummaryFigures.Format(row.Area.TotalMm2),
                row.Area is null ? SummaryFigures.None : (100 * row.Area.SafShare).ToString("0.0", CultureInfo.InvariantCulture),
                EvaluationJson.NameOf(row.Evaluation.Result.Bounds.Bound),
                row.Evaluation.Result.Mapping.ToString(),
                row.Evaluation.IsSwapped ? "exchanged" : "as given",
            ]);
    }

    private static ResultTable Cycles(IEnumerable<GemmEvaluation> evaluations) => ResultTable.Create(
        "Cycles that each resource alone needs",
        [Text("design"), Number("ideal"), Number("compute"), Number("buffer"), Number("dram_read"), Number("dram_write")],
        evaluations.Select(evaluation => (evaluation.Request.Design, evaluation.Result.Bounds)),
        row =>
        [
            DesignArgument.NameOf(row.Design),
            Count(row.Bounds.Ideal),
            Count(row.Bounds.Compute),
            Count(row.Bounds.Buffer),
            Count(row.Bounds.DramRead),
            Count(row.Bounds.DramWrite),
        ]);

    /// <summary>Cycles, fractions of them to two digits (a bandwidth bound is not rounded); those beyond 10^15 in powers of ten.</summary>
    private static string Count(double cycles) => cycles < 1e15 ? cycles.ToString("0.##", CultureInfo.InvariantCulture) : SummaryFigures.Format(cycles);
}
