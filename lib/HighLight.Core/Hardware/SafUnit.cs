using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>A piece of sparsity hardware of a design (storage and compute action format, SAF): what it is made of and what sets it in motion.</summary>
/// <param name="Name">What it does, for example <c>rank-1 selection</c>.</param>
/// <param name="Gates">The gates of one instance.</param>
/// <param name="Switched">The gates that switch in one action.</param>
/// <param name="Instances">How many of them the design has.</param>
/// <param name="Trigger">What an action follows.</param>
/// <param name="ActionsPerTrigger">Actions for each of those, all instances together.</param>
public sealed record SafUnit(string Name, GateCount Gates, GateCount Switched, double Instances, SafTrigger Trigger, double ActionsPerTrigger)
{
    /// <summary>A unit made of a circuit.</summary>
    public static SafUnit Of(string name, Circuit circuit, double instances, SafTrigger trigger, double actionsPerTrigger = 1)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return new(name, circuit.Gates, circuit.Switched, instances, trigger, actionsPerTrigger);
    }
}
