using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Commands.Evaluations;

/// <summary>What <c>highlight evaluate</c> was asked for, every argument read.</summary>
internal sealed record EvaluationPlan
{
    /// <summary>The designs, preset applied, in the order asked for; at least one.</summary>
    public required ImmutableArray<Accelerator> Designs { get; init; }

    /// <summary>The GEMM.</summary>
    public required Gemm Gemm { get; init; }

    /// <summary>Operand A.</summary>
    public required OperandDensity A { get; init; }

    /// <summary>Operand B.</summary>
    public required OperandDensity B { get; init; }

    /// <summary>Energies and areas.</summary>
    public required TechnologyTable Technology { get; init; }

    /// <summary>The preset; null for none.</summary>
    public Preset? Preset { get; init; }

    /// <summary>The mapping; null: the mapper's best.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>What the mapper may take; null: any mapping.</summary>
    public MappingConstraints? Constraints { get; init; }

    /// <summary>Whether every design was asked for: one that cannot run is a row that says so, not an error.</summary>
    public bool Everything { get; init; }

    /// <summary>What is minimised.</summary>
    public Objective Objective { get; init; }

    /// <summary>Whether a design may exchange the operands.</summary>
    public bool AllowSwap { get; init; } = true;

    /// <summary>
    /// Evaluates on every design; where the technology table lacks an energy that a design needs, <paramref name="problems"/> says so,
    /// once.
    /// </summary>
    public ImmutableArray<EvaluationOutcome> Run(ICollection<string> problems)
    {
        var outcomes = ImmutableArray.CreateBuilder<EvaluationOutcome>(Designs.Length);
        foreach (var design in Designs)
        {
            try
            {
                outcomes.Add(RunOrReplace(design));
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

        return outcomes.ToImmutable();
    }

    private EvaluationOutcome RunOrReplace(Accelerator design)
    {
        var outcome = Run(design);
        return Everything && outcome.Evaluation is null && DesignArgument.InPlaceOf(design) is { } other
            && Run(other) is { Evaluation: not null } replaced
            ? replaced with { InPlace = $"in place of {DesignArgument.NameOf(design)}, which refuses the operands" }
            : outcome;
    }

    private EvaluationOutcome Run(Accelerator design)
    {
        var request = new GemmRequest(design, Gemm, A, B)
        {
            Technology = Technology,
            Mapping = Mapping,
            Constraints = Constraints,
            Objective = Objective,
            AllowSwap = AllowSwap,
        };
        GemmEvaluation evaluation;
        try
        {
            evaluation = GemmEvaluation.Run(request);
        }
        catch (Exception exception) when (exception is UnsupportedOperandException or MappingException)
        {
            return new(design, Evaluation: null, Area: null, exception.Message);
        }

        try
        {
            return new(design, evaluation, AreaModel.Of(design, Technology), Message: null);
        }
        catch (MissingTechnologyException exception)
        {
            // A table of energies alone is of use; its area is not known, and never zero.
            return new(design, evaluation, Area: null, exception.Message);
        }
    }
}
