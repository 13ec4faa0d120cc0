using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>The steps of <see cref="GreedyAssignment"/>.</summary>
internal sealed class Descent(AssignmentCosts costs, AssignmentLoss loss, double budget)
{
    /// <summary>All layers under one pattern; null where a layer cannot take it or the budget does not allow it.</summary>
    public State? Uniform(HssPattern pattern)
    {
        var choice = new int[costs.Layers.Length];
        for (var layer = 0; layer < choice.Length; layer++)
        {
            choice[layer] = costs.IndexOf(layer, pattern);
            if (choice[layer] < 0)
            {
                return null;
            }
        }

        return Begin(choice);
    }

    /// <summary>Every layer under the option that alone loses least; null where the budget does not allow that.</summary>
    public State? LeastLossy()
    {
        var choice = new int[costs.Layers.Length];
        for (var layer = 0; layer < choice.Length; layer++)
        {
            var name = costs.Layers[layer].Name;
            double Alone(int option) => loss.Of(new Dictionary<string, HssPattern>(StringComparer.Ordinal) { [name] = costs[layer][option].Pattern });
            choice[layer] = Enumerable.Range(0, costs[layer].Length).MinBy(Alone);
        }

        return Begin(choice);
    }

    /// <summary>Takes the best step until none is left, once by gain for each unit of loss and once by gain alone; the better end, the first of equals.</summary>
    public State Run(State start)
    {
        State byRatio = Run(start, perLoss: true), byGain = Run(start, perLoss: false);
        return byGain.Edp < byRatio.Edp ? byGain : byRatio;
    }

    /// <summary>The pattern of each layer by name.</summary>
    public Dictionary<string, HssPattern> Patterns(int[] choice)
    {
        var patterns = new Dictionary<string, HssPattern>(StringComparer.Ordinal);
        for (var layer = 0; layer < choice.Length; layer++)
        {
            patterns[costs.Layers[layer].Name] = costs[layer][choice[layer]].Pattern;
        }

        return patterns;
    }

    private State? Begin(int[] choice)
    {
        var (energy, cycles) = costs.Totals(choice);
        var lost = loss.Of(Patterns(choice));
        return lost <= budget ? new(choice, energy, cycles, lost, []) : null;
    }

    private State Run(State start, bool perLoss)
    {
        var state = start;
        while (Best(state, perLoss) is { } next)
        {
            state = next;
        }

        return state;
    }

    private State? Best(State state, bool perLoss)
    {
        var patterns = Patterns(state.Choice);
        (int Layer, int Option, double Gain, double Cost)? best = null;
        for (var layer = 0; layer < state.Choice.Length; layer++)
        {
            var now = costs[layer][state.Choice[layer]];
            for (var option = 0; option < costs[layer].Length; option++)
            {
                var (pattern, energy, cycles) = costs[layer][option];
                var gain = Math.Log(state.Edp / ((state.Energy - now.Energy + energy) * (state.Cycles - now.Cycles + cycles)));
                if (option == state.Choice[layer] || !(gain > 1e-12))
                {
                    continue;
                }

                var after = loss.After(patterns, state.Loss, costs.Layers[layer].Name, pattern);
                var cost = after - state.Loss;
                if (after <= budget && (best is not { } other || Better(perLoss, gain, cost, other.Gain, other.Cost)))
                {
                    best = (layer, option, gain, cost);
                }
            }
        }

        if (best is not { } step)
        {
            return null;
        }

        var choice = (int[])state.Choice.Clone();
        choice[step.Layer] = step.Option;
        var totals = costs.Totals(choice);
        var from = costs[step.Layer][state.Choice[step.Layer]].Pattern;
        var to = costs[step.Layer][step.Option].Pattern;
        var lost = loss.Of(Patterns(choice));
        return new(
            choice,
            totals.Energy,
            totals.Cycles,
            lost,
            [.. state.Steps, new AssignmentStep(costs.Layers[step.Layer].Name, from, to, totals.Energy * totals.Cycles, lost)]);
    }

    /// <summary>Changes that lose nothing before others, then the larger gain, for each unit of loss or as it is.</summary>
    private static bool Better(bool perLoss, double gain, double cost, double otherGain, double otherCost) => (cost <= 0, otherCost <= 0) switch
    {
        (true, true) => gain > otherGain,
        (true, false) => true,
        (false, true) => false,
        _ => perLoss ? gain / cost > otherGain / otherCost : gain > otherGain,
    };

    /// <summary>An assignment, and how it was reached.</summary>
    internal sealed record State(int[] Choice, double Energy, double Cycles, double Loss, IReadOnlyList<AssignmentStep> Steps)
    {
        public double Edp => Energy * Cycles;
    }
}
