using System.Numerics;
using System.Runtime.InteropServices;
using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>
/// The operand collector: how many products wait for each bank of the accumulation buffer. Products of a cycle arrive together; then
/// every bank retires one, and the
/// multipliers stall until no bank has more waiting than the collector holds.
/// </summary>
internal sealed class CollectorQueues
{
    private readonly ushort[] _waiting;
    private readonly int _banks;
    private readonly int _depth;

    public CollectorQueues(OperandCollector collector)
    {
        _banks = collector.Banks;
        _depth = collector.Depth;

        // Whole vectors: the banks behind the last one stay empty.
        _waiting = new ushort[(_banks + Vector<ushort>.Count - 1) / Vector<ushort>.Count * Vector<ushort>.Count];
    }

    /// <summary>Products that found their bank taken.</summary>
    public long Conflicts { get; private set; }

    /// <summary>
    /// The most products that ever waited for one bank at the end of a cycle, those that stalled the multipliers included.
    /// </summary>
    public int Deepest { get; private set; }

    /// <summary>The banks, for products to arrive at.</summary>
    public Span<ushort> Waiting => _waiting.AsSpan(0, _banks);

    /// <summary>Products that arrived at a bank that had one before.</summary>
    public void CountConflicts(int conflicts) => Conflicts += conflicts;

    /// <summary>Ends a cycle in which the multipliers worked.</summary>
    /// <returns>Cycles for which they must then stall.</returns>
    public int EndCycle()
    {
        var longest = Retire(1);
        Deepest = Math.Max(Deepest, longest);
        var stall = Math.Max(0, longest - _depth);
        if (stall > 0)
        {
            Retire(stall);
        }

        return stall;
    }

    /// <summary>Lets all that waits reach its bank.</summary>
    /// <returns>Cycles that it takes.</returns>
    public int Drain()
    {
        int longest = _waiting.Max();
        Array.Clear(_waiting);
        return longest;
    }

    /// <summary>Every bank retires up to <paramref name="cycles"/> products.</summary>
    /// <returns>The most that are left at a bank.</returns>
    private int Retire(int cycles)
    {
        var retired = new Vector<ushort>((ushort)cycles);
        var most = Vector<ushort>.Zero;
        foreach (ref var bank in MemoryMarshal.Cast<ushort, Vector<ushort>>(_waiting.AsSpan()))
        {
            bank = Vector.Max(bank, retired) - retired;
            most = Vector.Max(most, bank);
        }

        var longest = 0;
        for (var lane = 0; lane < Vector<ushort>.Count; lane++)
        {
            longest = Math.Max(longest, most[lane]);
        }

        return longest;
    }
}
