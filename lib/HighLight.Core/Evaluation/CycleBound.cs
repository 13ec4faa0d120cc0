namespace HighLight.Evaluation;

/// <summary>What limits a run.</summary>
public enum CycleBound
{
    /// <summary>The multipliers.</summary>
    Compute,

    /// <summary>The ports or the bandwidth of a level on chip (<see cref="CycleBounds.SlowestLevel"/>).</summary>
    Buffer,

    /// <summary>Reading DRAM.</summary>
    DramRead,

    /// <summary>Writing DRAM.</summary>
    DramWrite,
}
