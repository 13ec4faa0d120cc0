namespace HighLight.Evaluation;

/// <summary>What limits a run.</summary>
public enum CycleBound
{
    /// <summary>The multipliers.</summary>
    Compute,

    /// <summary>The ports of the global buffer.</summary>
    Buffer,

    /// <summary>Reading DRAM.</summary>
    DramRead,

    /// <summary>Writing DRAM.</summary>
    DramWrite,
}
