using System.Globalization;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Simulation;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Simulations;

/// <summary>A simulation as a table, a row for each quantity; beside the evaluation where that is asked for.</summary>
internal static class SimulationTables
{
    /// <summary>The table.</summary>
    public static ResultTable Of(SimulationPlan plan, SimulationComparison comparison, bool compare) => compare
        ? ResultTable.Create(
            Title(plan, comparison),
            [
                Text("quantity"), Text("unit"), Number("analytical"), Number("simulated"),
                Number("difference", "%"), Text("claim"), Text("holds"),
            ],
            comparison.Rows,
            row => [row.Quantity, row.Unit, Value(row.Analytical), Value(row.Simulated), Percent(row), row.Claim.ToString(), Holds(row)])
        : ResultTable.Create(
            Title(plan, comparison),
            [Text("quantity"), Text("unit"), Number("simulated")],
            comparison.Rows,
            row => [row.Quantity, row.Unit, Value(row.Simulated)]);

    private static string Title(SimulationPlan plan, SimulationComparison comparison)
    {
        var operands = $"A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}";
        return $"{DesignArgument.NameOf(plan.Design)}, GEMM {plan.Gemm} (M×K×N), {operands}, mapping {comparison.Simulation.Mapping}";
    }

    private static string Holds(in ComparisonRow row) =>
        row.Claim.Kind == ClaimKind.SimulatorOnly ? SummaryFigures.None : row.Holds ? "yes" : "NO";

    private static string Value(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? SummaryFigures.None;

    private static string Percent(in ComparisonRow row) => row.RelativeDifference is { } relative
        ? (Math.Round(100 * relative, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture) // Adding 0 takes the sign off a rounded zero.
        : SummaryFigures.None;
}
