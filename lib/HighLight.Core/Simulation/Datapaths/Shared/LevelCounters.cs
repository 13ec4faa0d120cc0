namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>What one level of storage moved.</summary>
internal sealed class LevelCounters
{
    public OperandCounters A { get; } = new();

    public OperandCounters B { get; } = new();

    public OperandCounters Z { get; } = new();

    public long SumsRead { get; set; }

    public long SumsWritten { get; set; }
}
