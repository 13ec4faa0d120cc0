using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>What is to be evaluated.</summary>
/// <param name="Design">The design.</param>
/// <param name="Gemm">The GEMM.</param>
/// <param name="A">Operand A, M×K.</param>
/// <param name="B">Operand B, K×N.</param>
public sealed record GemmRequest(Accelerator Design, Gemm Gemm, OperandDensity A, OperandDensity B)
{
    /// <summary>Energies and areas. Default: 65 nm.</summary>
    public TechnologyTable Technology { get; init; } = TechnologyTable.Default;

    /// <summary>The mapping; null: the mapper's best.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>What the mapper may take; null: any mapping.</summary>
    public MappingConstraints? Constraints { get; init; }

    /// <summary>What the mapper, and the choice of operand order, minimise.</summary>
    public Objective Objective { get; init; } = Objective.Edp;

    /// <summary>
    /// Whether the design may compute Zᵀ = Bᵀ·Aᵀ where that is better (or the only order it supports). Not with a given mapping.
    /// </summary>
    public bool AllowSwap { get; init; } = true;

    /// <summary>Share of nonzeros of Z as it is written; 1 where not known.</summary>
    public double OutputDensity { get; init; } = 1;

    /// <summary>
    /// Share of nonzeros of a tensor as large as Z that is read and added to it, a residual block's shortcut; null where none is.
    /// </summary>
    public double? ShortcutDensity { get; init; }

    /// <summary>
    /// The convolution whose im2col matrix B is; <see cref="Gemm"/> is then that of one of its groups. Null: B is stored as it is.
    /// </summary>
    public Convolution? Convolution { get; init; }

    /// <summary>
    /// Whether groups of A's pattern run on from the channels of one tap of a convolution's filter into those of the next. By default
    /// they do not, and the channels of each tap are padded to whole groups, which costs storage and cycles where channels are no
    /// multiple of a group.
    /// </summary>
    public bool GroupsStraddleTaps { get; init; }

    /// <summary>Where the input of <see cref="Convolution"/> is expanded.</summary>
    public InputExpansion Expansion { get; init; } = InputExpansion.OnTheFly;
}
