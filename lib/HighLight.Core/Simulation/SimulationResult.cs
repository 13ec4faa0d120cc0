using HighLight.Evaluation;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation;

/// <summary>What a simulation computed and counted.</summary>
public sealed record SimulationResult
{
    /// <summary>What was simulated.</summary>
    public required SimulationRequest Request { get; init; }

    /// <summary>The shape.</summary>
    public required Gemm Gemm { get; init; }

    /// <summary>The tiles that were run.</summary>
    public required Mapping Mapping { get; init; }

    /// <summary>The product, M×N: exact sums of 32 bits, whatever width the energy model charges.</summary>
    public required Matrix<int> Z { get; init; }

    /// <summary>
    /// B as it was multiplied, where the design pruned values to a bound on its blocks (S2TA's top-NNZ unit); null: B as given. <see
    /// cref="Z"/> is A times this.
    /// </summary>
    public Matrix<sbyte>? PrunedB { get; init; }

    /// <summary>Actions, counted by the parts that took them.</summary>
    public required SimulatedCounts Counts { get; init; }

    /// <summary>Cycles by resource, from the array's timeline and the counted transfers.</summary>
    public required SimulatedCycles Bounds { get; init; }

    /// <summary>Cycles that the array stood still, by cause; they are part of <see cref="ArrayCycles"/>.</summary>
    public required Stalls Stalls { get; init; }

    /// <summary>What the multipliers did over the array's timeline.</summary>
    public required UtilisationProfile Utilisation { get; init; }

    /// <summary>Cycles of the array, stalls included.</summary>
    public long ArrayCycles => (long)Bounds.Compute;

    /// <summary>Cycles of the array in which it worked: without its stalls.</summary>
    public long WorkingCycles => ArrayCycles - Stalls.Total;

    /// <summary>The total: the largest of <see cref="Bounds"/>.</summary>
    public double Cycles => Bounds.Cycles;
}
