using System.Text.Json.Nodes;
using HighLight.Commands.Evaluations;
using HighLight.Simulation;

namespace HighLight.Commands.Simulations;

/// <summary>A simulation as a JSON object: the schema of <c>highlight simulate --format json</c>.</summary>
internal static class SimulationJson
{
    /// <summary>The object; of the evaluation only where it is compared. What there is no value of is null.</summary>
    public static JsonObject Of(SimulationPlan plan, SimulationComparison comparison, bool compare)
    {
        var result = new JsonObject
        {
            ["design"] = DesignArgument.NameOf(plan.Design),
            ["m"] = plan.Gemm.M,
            ["k"] = plan.Gemm.K,
            ["n"] = plan.Gemm.N,
            ["a"] = OperandArgument.TextOf(plan.A),
            ["b"] = OperandArgument.TextOf(plan.B),
            ["seed"] = plan.Seed,
            ["mapping"] = comparison.Simulation.Mapping.ToString(),
            ["product_is_exact"] = comparison.ProductIsExact,
        };
        if (compare)
        {
            result["exact_claims_hold"] = comparison.ExactClaimsHold;
            result["all_claims_hold"] = comparison.AllClaimsHold;
        }

        result["quantities"] = new JsonArray([.. comparison.Rows.Select(row => Row(row, compare))]);
        return result;
    }

    private static JsonObject Row(in ComparisonRow row, bool compare)
    {
        var result = new JsonObject { ["quantity"] = row.Quantity, ["unit"] = row.Unit, ["simulated"] = row.Simulated };
        if (compare)
        {
            result["analytical"] = row.Analytical;
            result["relative_difference"] = row.RelativeDifference;
            result["claim"] = row.Claim.Kind switch
            {
                ClaimKind.Exact => "exact",
                ClaimKind.Statistical => "statistical",
                _ => "simulator_only",
            };
            result["tolerance"] = row.Claim.Kind == ClaimKind.SimulatorOnly ? null : row.Claim.Tolerance;
            result["holds"] = row.Claim.Kind == ClaimKind.SimulatorOnly ? null : row.Holds;
        }

        return result;
    }
}
