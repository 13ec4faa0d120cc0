namespace HighLight.Technology;

/// <summary>How many cells of each kind: the gates of a circuit, or those that switch in one of its actions (fractions are averages).</summary>
public readonly record struct GateCount
{
    /// <summary>Inverters.</summary>
    public double Inverters { get; init; }

    /// <summary>AND gates of two inputs.</summary>
    public double And2 { get; init; }

    /// <summary>OR gates of two inputs.</summary>
    public double Or2 { get; init; }

    /// <summary>Exclusive OR gates of two inputs.</summary>
    public double Xor2 { get; init; }

    /// <summary>2:1 muxes of one bit.</summary>
    public double Mux2 { get; init; }

    /// <summary>Full adders.</summary>
    public double FullAdders { get; init; }

    /// <summary>Flip-flops.</summary>
    public double FlipFlops { get; init; }

    /// <summary>The counts of both.</summary>
    public static GateCount operator +(GateCount a, GateCount b) => new()
    {
        Inverters = a.Inverters + b.Inverters,
        And2 = a.And2 + b.And2,
        Or2 = a.Or2 + b.Or2,
        Xor2 = a.Xor2 + b.Xor2,
        Mux2 = a.Mux2 + b.Mux2,
        FullAdders = a.FullAdders + b.FullAdders,
        FlipFlops = a.FlipFlops + b.FlipFlops,
    };

    /// <summary>Every count times a number.</summary>
    public static GateCount operator *(double factor, GateCount count) => new()
    {
        Inverters = factor * count.Inverters,
        And2 = factor * count.And2,
        Or2 = factor * count.Or2,
        Xor2 = factor * count.Xor2,
        Mux2 = factor * count.Mux2,
        FullAdders = factor * count.FullAdders,
        FlipFlops = factor * count.FlipFlops,
    };

    /// <summary>The counts by the name of the cell in a technology table (<see cref="Components"/>), zeros left out.</summary>
    public IEnumerable<KeyValuePair<string, double>> ByCell()
    {
        var all = new KeyValuePair<string, double>[]
        {
            new(Components.Inverter, Inverters),
            new(Components.And2, And2),
            new(Components.Or2, Or2),
            new(Components.Xor2, Xor2),
            new(Components.Mux2, Mux2),
            new(Components.FullAdder, FullAdders),
            new(Components.FlipFlop, FlipFlops),
        };
        return all.Where(c => c.Value != 0);
    }

    /// <summary>The counts that are not zero, as in <c>64 mux2 + 16 flip_flop</c>.</summary>
    public override string ToString()
    {
        var parts = ByCell().Select(c => Invariant($"{c.Value:0.###} {c.Key}")).ToArray();
        return parts.Length == 0 ? "none" : string.Join(" + ", parts);
    }
}
