namespace HighLight.Simulation;

/// <summary>Why the array stands still for a cycle.</summary>
public enum StallCause
{
    /// <summary>The port of the global buffer could not deliver the next words of B in time.</summary>
    BufferPort,

    /// <summary>A bank of the accumulation buffer has more products waiting than the operand collector holds.</summary>
    BankConflict,

    /// <summary>The last products of a tile of Z are on their way to their banks.</summary>
    AccumulatorDrain,

    /// <summary>A lane has more products at once than multipliers.</summary>
    LaneConflict,
}
