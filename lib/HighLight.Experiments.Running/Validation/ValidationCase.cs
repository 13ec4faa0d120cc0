using HighLight.Simulation;

namespace HighLight.Experiments.Running.Validation;

/// <summary>One product on one design, to be simulated and evaluated.</summary>
/// <param name="Group">What it belongs to.</param>
/// <param name="Workload">The layer, or the shape, with what is particular about the design.</param>
/// <param name="Zeros">Where B's zeros lie.</param>
/// <param name="Request">The request.</param>
internal sealed record ValidationCase(ValidationGroup Group, string Workload, ZeroPlacement Zeros, SimulationRequest Request)
{
    public ValidationRun Run() => ValidationRun.Of(this, SimulationComparison.Run(Request));
}
