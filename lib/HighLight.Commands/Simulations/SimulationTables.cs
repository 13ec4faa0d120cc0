using System.Globalization;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Commands.Reproduction;
using HighLight.Simulation;

namespace HighLight.Commands.Simulations;

/// <summary>A simulation as a table, a row for each quantity; beside the evaluation where that is asked for.</summary>
internal static class SimulationTables
{
    /// <summary>The table.</summary>
    public static PlainTable Of(SimulationPlan plan, SimulationComparison comparison, bool compare)
    {
        var title = $"{DesignArgument.NameOf(plan.Design)}, GEMM {plan.Gemm} (M×K×N), A {OperandArgument.TextOf(plan.A)}, B {OperandArgument.TextOf(plan.B)}, mapping {comparison.Simulation.Mapping}";
        var table = compare
            ? new PlainTable(title, "quantity", "unit", "#analytical", "#simulated", "#difference (%)", "claim", "holds")
            : new PlainTable(title, "quantity", "unit", "#simulated");
        foreach (var row in comparison.Rows)
        {
            table.Add(compare
                ? [row.Quantity, row.Unit, Number(row.Analytical), Number(row.Simulated), Percent(row), row.Claim.ToString(), row.Claim.Kind == ClaimKind.SimulatorOnly ? SummaryFigures.None : row.Holds ? "yes" : "NO"]
                : [row.Quantity, row.Unit, Number(row.Simulated)]);
        }

        return table;
    }

    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? SummaryFigures.None;

    private static string Percent(in ComparisonRow row) => row.RelativeDifference is { } relative
        ? (Math.Round(100 * relative, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture) // Adding 0 takes the sign off a rounded zero.
        : SummaryFigures.None;
}
