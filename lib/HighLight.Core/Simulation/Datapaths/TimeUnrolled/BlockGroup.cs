namespace HighLight.Simulation.Datapaths.TimeUnrolled;

/// <summary>Consecutive blocks of one line of an operand.</summary>
internal readonly ref struct BlockGroup
{
    public BlockGroup(BlockedOperand operand, int line, int from, int count)
    {
        Masks = operand.Masks(line, from, count);
        First = operand.First(line, from, count);
        Values = operand.Values;
    }

    /// <summary>Positions that each block keeps.</summary>
    public ReadOnlySpan<ulong> Masks { get; }

    /// <summary>Where each block's values begin.</summary>
    public ReadOnlySpan<int> First { get; }

    /// <summary>All values of the operand.</summary>
    public ReadOnlySpan<sbyte> Values { get; }
}
