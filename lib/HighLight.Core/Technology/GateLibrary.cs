namespace HighLight.Technology;

/// <summary>
/// Areas and switching energies of gates, from the rows of a technology table for the cells (<see cref="Components.Mux2"/> and the others).
/// Wires between cells, clock tree and routing overhead are not counted.
/// </summary>
public sealed class GateLibrary
{
    /// <summary>The cells of <paramref name="table"/>.</summary>
    public GateLibrary(TechnologyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    /// <summary>Where the cells come from.</summary>
    public TechnologyTable Table { get; }

    /// <summary>The area of all gates in µm².</summary>
    /// <exception cref="MissingTechnologyException">The table has no row for a cell that is counted.</exception>
    public double AreaUm2(GateCount gates) => gates.ByCell().Sum(c => c.Value * Table.AreaUm2(new(c.Key, 1)));

    /// <summary>The energy of all gates switching once, in pJ.</summary>
    /// <exception cref="MissingTechnologyException">The table has no row for a cell that is counted.</exception>
    public double EnergyPj(GateCount switched) => switched.ByCell().Sum(c => c.Value * Table.EnergyPj(new(c.Key, 1), Actions.Switch));

    /// <summary>The area of a circuit in µm², tagged as weakly as the weakest of its gate counts and its cells.</summary>
    /// <exception cref="MissingTechnologyException">The table has no row for a cell that is counted.</exception>
    public SourcedValue Area(Circuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return Explained(circuit, circuit.Gates, AreaUm2(circuit.Gates), cell => Table.Area(new(cell, 1)));
    }

    /// <summary>The energy of one action of a circuit in pJ, tagged as weakly as the weakest of its gate counts and its cells.</summary>
    /// <exception cref="MissingTechnologyException">The table has no row for a cell that is counted.</exception>
    public SourcedValue Energy(Circuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return Explained(circuit, circuit.Switched, EnergyPj(circuit.Switched), cell => Table.Energy(new(cell, 1), Actions.Switch));
    }

    private static SourcedValue Explained(Circuit circuit, GateCount count, double value, Func<string, SourcedValue> cell)
    {
        var tag = count.ByCell().Select(c => cell(c.Key).Tag).Append(Provenance.Derived).Append(circuit.Tag).Max();
        return new(value, tag, Invariant($"{circuit}: {count}; {circuit.Basis}"));
    }
}
