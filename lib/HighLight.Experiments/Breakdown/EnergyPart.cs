using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Experiments.Breakdown;

/// <summary>The energy of one component, under the name that the area of the same component has.</summary>
internal sealed record EnergyPart(string Component, double Pj, bool IsSaf)
{
    public const string SparsityHardware = "sparsity hardware";

    /// <summary>The components of the chip from the multipliers outwards, its sparsity hardware, then DRAM.</summary>
    public static ImmutableArray<EnergyPart> Of(EnergyBreakdown energy) =>
    [
        new("multipliers", energy.Mac, IsSaf: false),
        new("operand registers", energy.Registers, IsSaf: false),
        new("partial-sum register files", energy.Accumulation, IsSaf: false),
        new("global buffer", energy.Buffer, IsSaf: false),
        new("metadata buffer", energy.Metadata, IsSaf: false),
        new(SparsityHardware, energy.Safs, IsSaf: true),
        new("DRAM", energy.Dram, IsSaf: false),
    ];
}
