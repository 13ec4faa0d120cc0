using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>A network that is to be evaluated on a design. Batches are a matter of the network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Design">The design.</param>
public sealed record NetworkRequest(Network Network, Accelerator Design)
{
    /// <summary>The zeros of the weights. Default: none.</summary>
    public PatternAssignment Assignment { get; init; } = PatternAssignment.Dense;

    /// <summary>Which layers are pruned. Default: all with weights but the first convolution and the classifier.</summary>
    public PruningPolicy Policy { get; init; } = PruningPolicy.Default;

    /// <summary>Energies and areas. Default: 65 nm.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>What the mapper, and the choice of operand order, minimise in each layer.</summary>
    public Objective Objective { get; init; } = Objective.Edp;

    /// <summary>What the mapper may take in each layer; null: any mapping.</summary>
    public MappingConstraints? Constraints { get; init; }

    /// <summary>Whether the operands of a layer may be exchanged where that is better.</summary>
    public bool AllowSwap { get; init; } = true;

    /// <summary>Where inputs of convolutions are expanded.</summary>
    public InputExpansion Expansion { get; init; } = InputExpansion.OnTheFly;

    /// <summary>
    /// Whether groups of a pattern run on from one tap of a filter into the next; by default each tap's channels are padded to whole
    /// groups.
    /// </summary>
    public bool GroupsStraddleTaps { get; init; }

    /// <summary>The request for one product of a layer, to be evaluated alone: the network's result is the sum over these.</summary>
    public GemmRequest Of(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return new(Design, layer.Gemm, Assignment.OperandOf(layer, Policy), OfDensity(layer.Input.Value))
        {
            Technology = Technology,
            Objective = Objective,
            Constraints = Constraints,
            AllowSwap = AllowSwap,
            OutputDensity = layer.Output.Value,
            ShortcutDensity = layer.Shortcut?.Value,
            Convolution = layer.Convolution,
            Expansion = Expansion,
            GroupsStraddleTaps = GroupsStraddleTaps,
        };
    }

    private static OperandDensity OfDensity(double density) => density == 1 ? new DenseOperand() : new UniformOperand(density);
}
