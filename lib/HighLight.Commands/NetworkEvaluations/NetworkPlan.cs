using System.Collections.Immutable;
using HighLight.Commands.Evaluations;
using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Evaluation.Networks;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>What <c>highlight network</c> was asked for, every argument read.</summary>
internal sealed record NetworkPlan
{
    /// <summary>The network, batch applied, and what of its model is left out.</summary>
    public required NetworkInput Input { get; init; }

    /// <summary>Inputs at once.</summary>
    public required int Batch { get; init; }

    /// <summary>The designs in the order asked for; at least one.</summary>
    public required ImmutableArray<Accelerator> Designs { get; init; }

    /// <summary>The weights as they were given.</summary>
    public required OperandDensity A { get; init; }

    /// <summary>The zeros of the weights.</summary>
    public required PatternAssignment Assignment { get; init; }

    /// <summary>Which layers are pruned.</summary>
    public required PruningPolicy Policy { get; init; }

    /// <summary>Energies.</summary>
    public required TechnologyTable Technology { get; init; }

    /// <summary>What is minimised in each layer.</summary>
    public required Objective Objective { get; init; }

    /// <summary>What the mapper may take; null: any mapping.</summary>
    public MappingConstraints? Constraints { get; init; }

    /// <summary>Whether every design was asked for: one that refuses a layer is a row that says so, not an error.</summary>
    public bool Everything { get; init; }

    /// <summary>Whether a design may exchange the operands.</summary>
    public required bool AllowSwap { get; init; }

    /// <summary>Whether a layer has the zeros that were asked for.</summary>
    public bool Prunes(Layer layer) => A is not DenseOperand && Policy.Prunes(layer);

    /// <summary>Why a layer has these zeros or not.</summary>
    public string Reason(Layer layer) => A is DenseOperand && Policy.Prunes(layer) ? "dense weights were asked for" : Policy.Reason(layer);

    /// <summary>
    /// Evaluates on every design; where the technology table lacks an energy that a design needs, <paramref name="problems"/> says so,
    /// once.
    /// </summary>
    public ImmutableArray<NetworkEvaluation> Run(ICollection<string> problems)
    {
        var evaluations = ImmutableArray.CreateBuilder<NetworkEvaluation>(Designs.Length);
        foreach (var design in Designs)
        {
            try
            {
                evaluations.Add(RunOrReplace(design));
            }
            catch (MissingTechnologyException exception)
            {
                var problem = $"--technology: {exception.Message}";
                if (!problems.Contains(problem))
                {
                    problems.Add(problem);
                }
            }
        }

        return evaluations.ToImmutable();
    }

    /// <summary>What a row has to say: which layers are refused and why, or what runs in place of another design; null: nothing.</summary>
    public string? Remark(NetworkEvaluation evaluation)
    {
        if (!evaluation.Refused.IsEmpty)
        {
            return string.Join("; ", evaluation.Refused.GroupBy(layer => layer.Refusal, StringComparer.Ordinal)
                .Select(reason => $"{string.Join(", ", reason.Select(layer => layer.Layer.Name))}: {reason.Key}"));
        }

        return Everything && !Designs.Contains(evaluation.Request.Design)
            && Designs.FirstOrDefault(design => DesignArgument.InPlaceOf(design) == evaluation.Request.Design) is { } refuses
            ? $"in place of {DesignArgument.NameOf(refuses)}, which refuses dense weights"
            : null;
    }

    private NetworkEvaluation RunOrReplace(Accelerator design)
    {
        var evaluation = Run(design);
        return Everything && !evaluation.Refused.IsEmpty && DesignArgument.InPlaceOf(design) is { } other
            && Run(other) is { Refused.IsEmpty: true } replaced
            ? replaced
            : evaluation;
    }

    private NetworkEvaluation Run(Accelerator design) => NetworkEvaluation.Run(new NetworkRequest(Input.Network, design)
    {
        Assignment = Assignment,
        Policy = Policy,
        Technology = Technology,
        Objective = Objective,
        Constraints = Constraints,
        AllowSwap = AllowSwap,
    });
}
