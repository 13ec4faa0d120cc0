namespace HighLight.Simulation;

/// <summary>Why the array stands still for a cycle.</summary>
public enum StallCause
{
    /// <summary>The port of the global buffer could not deliver the next words of B in time.</summary>
    BufferPort,

    /// <summary>Several products of a cycle want the same bank of the accumulation buffer.</summary>
    BankConflict,

    /// <summary>The operand collector holds as many products as it can.</summary>
    CollectorFull,
}
