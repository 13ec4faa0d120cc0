using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>Finds the best mapping of a GEMM.</summary>
/// <remarks>
/// Any tiles of M, K and N, every order of the loops, sums kept or spilled, as far as the constraints allow. Deterministic: of equally
/// good mappings the first that is tried wins.
/// </remarks>
public static class Mapper
{
    /// <summary>The best mapping that fits the levels on chip, and its evaluation.</summary>
    /// <param name="evaluator">Design and operands.</param>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="objective">What to minimise.</param>
    /// <param name="constraints">What mappings it may take; null: any (<see cref="MappingConstraints.None"/>).</param>
    /// <exception cref="MappingException">Nothing that the constraints allow fits the buffer, or the GEMM is <c>default</c>.</exception>
    public static EvaluationResult Best(
        Evaluator evaluator, in Gemm gemm, Objective objective = Objective.Edp, MappingConstraints? constraints = null)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        constraints ??= MappingConstraints.None;
        var isFound = evaluator.Design.Levels.Count == 2
            ? MappingSearch.Run(evaluator, gemm, objective, constraints, out var best)
            : HierarchySearch.Run(evaluator, gemm, objective, constraints, out best);
        return isFound
            ? best
            : throw new MappingException(evaluator, gemm, constraints);
    }

    /// <summary>The value that <paramref name="objective"/> minimises.</summary>
    public static double Cost(in EvaluationResult result, Objective objective) => objective switch
    {
        Objective.Energy => result.EnergyPj,
        Objective.Cycles => result.Cycles,
        _ => result.EdpPjCycles,
    };
}
