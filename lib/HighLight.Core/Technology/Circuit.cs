namespace HighLight.Technology;

/// <summary>A circuit that a sparsity feature adds, described by its gates: cost it with <see cref="GateLibrary.Area"/> and <see cref="GateLibrary.Energy"/>.</summary>
/// <remarks>The counts are textbook structures for the function, not a netlist of the paper's hardware, which is not public.</remarks>
public abstract record Circuit
{
    private protected Circuit()
    {
    }

    /// <summary>The gates, for the area.</summary>
    public abstract GateCount Gates { get; }

    /// <summary>The gates that switch in one action, for its energy.</summary>
    public abstract GateCount Switched { get; }

    /// <summary>What one action is, and how the gates are counted.</summary>
    public abstract string Basis { get; }

    /// <summary>What the counts rest on: <see cref="Provenance.Derived"/> from the function, or <see cref="Provenance.Assumed"/> where the structure is a choice.</summary>
    public abstract Provenance Tag { get; }

    /// <summary>ceil(log2(n)): the levels of a tree over n inputs, the bits of an index among n. 0 for n = 1.</summary>
    private protected static int Levels(int n) => n == 1 ? 0 : System.Numerics.BitOperations.Log2((uint)n - 1) + 1;

    private protected static int InRange(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value, Invariant($"{name} is {least}..{most}."));
}
