namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>How an operand lies in DRAM and in the global buffer.</summary>
internal enum OperandStorage
{
    /// <summary>Every value, and nothing else.</summary>
    Plain,

    /// <summary>The kept values, and a bit for each position.</summary>
    Bitmask,

    /// <summary>The kept values of whole groups, and an offset for each value and block.</summary>
    Offsets,
}
