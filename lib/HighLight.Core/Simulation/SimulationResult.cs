using HighLight.Evaluation;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation;

/// <summary>What a simulation computed and counted.</summary>
public sealed record SimulationResult
{
    /// <summary>What was simulated.</summary>
    public required SimulationRequest Request { get; init; }

    /// <summary>The prepared analytical model of the same design and operands: how both sides run them.</summary>
    public required Evaluator Evaluator { get; init; }

    /// <summary>The shape.</summary>
    public required Gemm Gemm { get; init; }

    /// <summary>The tiles that were run.</summary>
    public required Mapping Mapping { get; init; }

    /// <summary>The product, M×N: exact sums of 32 bits, whatever width the energy model charges.</summary>
    public required Matrix<int> Z { get; init; }

    /// <summary>B as it was multiplied, where the design pruned values to a bound on its blocks (S2TA's top-NNZ unit); null: B as given. <see cref="Z"/> is A times this.</summary>
    public Matrix<sbyte>? PrunedB { get; init; }

    /// <summary>Actions, counted by the parts that took them.</summary>
    public required SimulatedCounts Counts { get; init; }

    /// <summary>
    /// Cycles by resource in the terms of the evaluation: the array's timeline with its stalls (<see cref="CycleBounds.Compute"/>), and the time that the counted transfers
    /// occupy each port and channel. Transfers overlap with work perfectly, as ASSUMPTIONS.md says; the largest is the total.
    /// </summary>
    public required CycleBounds Bounds { get; init; }

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
