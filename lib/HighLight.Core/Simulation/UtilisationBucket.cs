namespace HighLight.Simulation;

/// <summary>What the multipliers did in a run of consecutive cycles of the array.</summary>
/// <param name="FirstCycle">The first cycle, from 0.</param>
/// <param name="Cycles">Cycles in the bucket; the last one may hold fewer than the others.</param>
/// <param name="MacsDone">Multiplies that were done.</param>
/// <param name="MacsGated">Multiplies that were gated.</param>
public readonly record struct UtilisationBucket(long FirstCycle, long Cycles, long MacsDone, long MacsGated);
