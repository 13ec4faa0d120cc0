using System.Collections.Immutable;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Evaluation.Networks;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>The designs on a network, side by side.</summary>
internal static class NetworkFigure
{
    /// <summary>The figure; a design that refuses a layer has no totals and is left out. Null where no design is left.</summary>
    public static ResultFigure? Of(NetworkPlan plan, ImmutableArray<NetworkEvaluation> evaluations)
    {
        var complete = evaluations
            .Where(evaluation => evaluation is { Energy: not null, EdpPjCycles: not null })
            .Select(evaluation => (evaluation.Request.Design, evaluation.Energy!.Value, evaluation.EdpPjCycles!.Value))
            .ToImmutableArray();
        return complete.IsEmpty ? null : EnergyFigure.Of(plan.Input.Network.Title, complete);
    }
}
