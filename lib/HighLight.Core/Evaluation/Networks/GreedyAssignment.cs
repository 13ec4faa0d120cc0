using System.Collections.Immutable;
using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>
/// A pattern for each layer, chosen so that the network's energy-delay product is small and its loss within a budget.
/// </summary>
/// <remarks>
/// Steepest descent: from a start, of all single changes of one layer's pattern that lower the energy-delay product and keep the loss within the budget, take the one with the largest
/// gain for each unit of loss, ln(EDP before / EDP after) / (loss after − loss before); changes that lose nothing come first, the largest gain first. The product of total energy and
/// total cycles lets gains interact, so all are worked out anew after each step. It ends where no change is left. A second
/// descent takes the largest gain whatever it loses, for a cheap small step can leave too little of the budget for a large one. Starts are the dense network and every single pattern for all layers
/// that is within the budget; the best end is kept, so the result is never worse than one pattern for all. Of equals the first wins, in the order of starts, layers and patterns.
/// </remarks>
public sealed record GreedyAssignment
{
    private const double Rounding = 1e-12;

    private GreedyAssignment(NetworkEvaluation evaluation, double loss, double budget, HssPattern start, ImmutableArray<AssignmentStep> steps, UniformAssignment? bestUniform)
    {
        Evaluation = evaluation;
        Loss = loss;
        Budget = budget;
        Start = start;
        Steps = steps;
        BestUniform = bestUniform;
    }

    /// <summary>The network with the assignment found, evaluated.</summary>
    public NetworkEvaluation Evaluation { get; }

    /// <summary>The assignment found: a pattern for each layer that is pruned.</summary>
    public PatternAssignment Assignment => Evaluation.Request.Assignment;

    /// <summary>The loss of the assignment.</summary>
    public double Loss { get; }

    /// <summary>The most that might be lost.</summary>
    public double Budget { get; }

    /// <summary>The pattern of all layers that the best descent started from; dense, or one within the budget.</summary>
    public HssPattern Start { get; }

    /// <summary>The steps from <see cref="Start"/>.</summary>
    public ImmutableArray<AssignmentStep> Steps { get; }

    /// <summary>The best single pattern for all layers within the budget; null where none is.</summary>
    public UniformAssignment? BestUniform { get; }

    /// <summary>Searches.</summary>
    /// <param name="request">Network, design and options; its assignment is not used.</param>
    /// <param name="patterns">What a layer may take besides dense, for example the members of the design's family.</param>
    /// <param name="loss">What an assignment costs in quality.</param>
    /// <param name="budget">The most loss.</param>
    /// <exception cref="ArgumentException">The budget is not a number, or the layers under their least lossy patterns exceed it.</exception>
    /// <exception cref="UnsupportedOperandException">A layer that is not pruned, or every pattern of one that is, is refused by the design.</exception>
    /// <exception cref="MappingException">No mapping of a layer fits the global buffer.</exception>
    public static GreedyAssignment Run(NetworkRequest request, IEnumerable<HssPattern> patterns, AssignmentLoss loss, double budget) => RunAll(request, patterns, loss, [budget])[0];

    /// <summary>Searches under several budgets, each by itself; what layers cost under each pattern is worked out once for all.</summary>
    /// <param name="request">As for <see cref="Run"/>.</param>
    /// <param name="patterns">As for <see cref="Run"/>.</param>
    /// <param name="loss">As for <see cref="Run"/>.</param>
    /// <param name="budgets">The most loss, of each search.</param>
    /// <returns>A result for each budget, in their order.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Run"/>.</exception>
    /// <exception cref="UnsupportedOperandException">As for <see cref="Run"/>.</exception>
    /// <exception cref="MappingException">As for <see cref="Run"/>.</exception>
    public static ImmutableArray<GreedyAssignment> RunAll(NetworkRequest request, IEnumerable<HssPattern> patterns, AssignmentLoss loss, IEnumerable<double> budgets)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(budgets);
        double[] limits = [.. budgets];
        if (limits.Any(double.IsNaN))
        {
            throw new ArgumentException("A budget is a number, the most loss.", nameof(budgets));
        }

        ImmutableArray<HssPattern> choices = [HssPattern.Dense, .. patterns.Where(pattern => !pattern.IsDense).Distinct()];
        var costs = new AssignmentCosts(request, choices);
        return [.. limits.Select(limit => Search(request, choices, costs, loss, limit))];
    }

    /// <summary>For example <c>ResNet-50 v1.5 on HighLight: 12 steps from C0(1:1), loss 0.1</c>.</summary>
    public override string ToString() => Invariant($"{Evaluation}; {Steps.Length} steps from {Start}, loss {Loss:0.#####} of {Budget:0.#####}");

    private static GreedyAssignment Search(NetworkRequest request, ImmutableArray<HssPattern> choices, AssignmentCosts costs, AssignmentLoss loss, double budget)
    {
        var search = new Descent(costs, loss, budget + (Rounding * Math.Max(1, Math.Abs(budget))));
        Descent.State? best = null;
        UniformAssignment? uniform = null;
        var start = HssPattern.Dense;
        foreach (var pattern in choices)
        {
            if (search.Uniform(pattern) is not { } from)
            {
                continue;
            }

            uniform = uniform is null || from.Edp < uniform.EdpPjCycles ? new(pattern, from.Edp, from.Loss) : uniform;
            var to = search.Run(from);
            if (best is null || to.Edp < best.Edp)
            {
                (best, start) = (to, pattern);
            }
        }

        // A design that refuses some pattern somewhere may have no start that is the same for all layers.
        best ??= search.LeastLossy() is { } least ? search.Run(least) : null;
        return best is null
            ? throw new ArgumentException(Invariant($"No assignment of {request.Network.Title} on {request.Design} stays within a loss of {budget}: its least lossy patterns exceed it. Raise the budget."), nameof(budget))
            : new(
                NetworkEvaluation.Run(request with { Assignment = PatternAssignment.PerLayer(search.Patterns(best.Choice)) }),
                best.Loss,
                budget,
                start,
                [.. best.Steps],
                uniform);
    }
}
