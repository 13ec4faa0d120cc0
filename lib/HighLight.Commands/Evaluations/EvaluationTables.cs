using System.Collections.Immutable;
using System.Globalization;
using HighLight.Commands.Formatting;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Evaluations;

/// <summary>Evaluations as tables: the summary, the energy by component, the cycles by bound; a row for each design.</summary>
internal static class EvaluationTables
{
    private const double PjPerJoule = 1e12;

    /// <summary>The tables, in the order they are read.</summary>
    public static ImmutableArray<ResultTable> Of(EvaluationPlan plan, ImmutableArray<EvaluationOutcome> outcomes) =>
    [
        Summary(plan, outcomes),
        EnergyTable.Of(outcomes.Select(outcome => (outcome.Design, outcome.Evaluation?.Result.Energy))),
        Cycles(outcomes),
    ];

    /// <summary>What the rows have to say besides their numbers.</summary>
    public static IEnumerable<string> Remarks(IEnumerable<EvaluationOutcome> outcomes) =>
        from outcome in outcomes where outcome.Remark is not null select $"{DesignArgument.NameOf(outcome.Design)}: {outcome.Remark}";

    private static ResultTable Summary(EvaluationPlan plan, ImmutableArray<EvaluationOutcome> outcomes)
    {
        var preset = plan.Preset is { } named ? $", preset {named.Name}" : "";
        var allowed = plan.Mapping is null && ConstraintsArgument.ShownOf(plan.Constraints) is { } text ? $", mappings: {text}" : "";
        var operands = $"A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}";
        return ResultTable.Create(
            $"GEMM {plan.Gemm} (M×K×N), {operands}, technology {plan.Technology.Name}{preset}{allowed}",
            [
                Text("design"), Text("A runs as"), Text("B runs as"), Number("cycles"), Number("energy", "µJ"), Number("EDP", "J·cycles"),
                Number("area", "mm²"), Number("SAF area", "%"), Text("bound"), Text("mapping"), Text("operands"),
            ],
            outcomes,
            row =>
            [
                DesignArgument.NameOf(row.Design),
                row.Evaluation?.A.RunsAs ?? "refused",
                row.Evaluation?.B.RunsAs ?? "refused",
                Count(row.Evaluation?.Result.Cycles),
                EnergyTable.Microjoules(row.Evaluation?.Result.EnergyPj),
                row.Evaluation is { } evaluation ? SummaryFigures.Format(evaluation.Result.EdpPjCycles / PjPerJoule) : SummaryFigures.None,
                row.Area is null ? SummaryFigures.None : SummaryFigures.Format(row.Area.TotalMm2),
                row.Area is null ? SummaryFigures.None : (100 * row.Area.SafShare).ToString("0.0", CultureInfo.InvariantCulture),
                row.Evaluation is null ? SummaryFigures.None : EvaluationJson.NameOf(row.Evaluation.Result.Bounds.Bound),
                row.Evaluation?.Result.Mapping.ToString() ?? SummaryFigures.None,
                row.Evaluation is null ? SummaryFigures.None : row.Evaluation.IsSwapped ? "exchanged" : "as given",
            ]);
    }

    private static ResultTable Cycles(IEnumerable<EvaluationOutcome> outcomes) => ResultTable.Create(
        "Cycles that each resource alone needs",
        [Text("design"), Number("ideal"), Number("compute"), Number("buffer"), Number("dram_read"), Number("dram_write")],
        outcomes.Select(outcome => (outcome.Design, outcome.Evaluation?.Result.Bounds)),
        row =>
        [
            DesignArgument.NameOf(row.Design),
            Count(row.Bounds?.Ideal),
            Count(row.Bounds?.Compute),
            Count(row.Bounds?.Buffer),
            Count(row.Bounds?.DramRead),
            Count(row.Bounds?.DramWrite),
        ]);

    /// <summary>Cycles, fractions of them to two digits (a bandwidth bound is not rounded); those beyond 10^15 in powers of ten.</summary>
    private static string Count(double? cycles) => cycles is not { } known ? SummaryFigures.None
        : known < 1e15 ? known.ToString("0.##", CultureInfo.InvariantCulture)
        : SummaryFigures.Format(known);
}
