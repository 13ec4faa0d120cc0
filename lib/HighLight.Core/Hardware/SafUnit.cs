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
    /// <summary>The rank of the selection whose values <see cref="SafTrigger.SelectedBlockValue"/> counts, 1 or more; default 1.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>A unit made of a circuit.</summary>
    public static SafUnit Of(string name, Circuit circuit, double instances, SafTrigger trigger, double actionsPerTrigger = 1)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return new(name, circuit.Gates, circuit.Switched, instances, trigger, actionsPerTrigger);
    }

    internal void Check(ProblemList problems, string path)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            problems.Add($"{path}.{nameof(Name)}", "empty", "a name");
        }

        problems.Amount($"{path}.{nameof(Instances)}", Instances);
        problems.Amount($"{path}.{nameof(ActionsPerTrigger)}", ActionsPerTrigger);
        problems.Named($"{path}.{nameof(Trigger)}", Trigger);
        problems.Within($"{path}.{nameof(Rank)}", Rank, 1, int.MaxValue);
        foreach (var (part, gates) in new[] { (nameof(Gates), Gates), (nameof(Switched), Switched) })
        {
            foreach (var count in new[] { gates.Inverters, gates.And2, gates.Or2, gates.Xor2, gates.Mux2, gates.FullAdders, gates.FlipFlops })
            {
                problems.Amount($"{path}.{part}", count);
            }
        }
    }
}
