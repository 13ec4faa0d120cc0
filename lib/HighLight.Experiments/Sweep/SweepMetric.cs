using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Experiments.Sweep;

/// <summary>A figure of merit; less is better.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Of">Its value of an evaluation.</param>
internal sealed record SweepMetric(string Name, string Unit, Func<EvaluationResult, double> Of)
{
    /// <summary>Latency: cycles at the one clock that all designs share.</summary>
    public static SweepMetric Cycles { get; } = new("cycles", "cycles", result => result.Cycles);

    public static SweepMetric Energy { get; } = new("energy", "pJ", result => result.EnergyPj);

    public static SweepMetric Edp { get; } = new("EDP", "pJ·cycles", result => result.EdpPjCycles);

    /// <summary>Energy × cycles².</summary>
    public static SweepMetric Ed2p { get; } = new("ED²P", "pJ·cycles²", result => result.EdpPjCycles * result.Cycles);

    public static ImmutableArray<SweepMetric> All { get; } = [Cycles, Energy, Edp, Ed2p];
}
