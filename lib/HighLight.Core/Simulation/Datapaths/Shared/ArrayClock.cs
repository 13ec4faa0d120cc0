namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The timeline of the array: cycles in which it works, and those in which it stands still, by what it waits for.</summary>
internal sealed class ArrayClock(int multipliers, int buckets)
{
    /// <summary>What the multipliers did over the timeline.</summary>
    public UtilisationRecorder Utilisation { get; } = new(multipliers, buckets);

    /// <summary>Cycles so far.</summary>
    public long Cycles => Utilisation.Cycles;

    /// <summary>Cycles that it waited for the port of the global buffer.</summary>
    public long PortWaits { get; private set; }

    /// <summary>Cycles that it waited for a bank of the accumulation buffer.</summary>
    public long BankWaits { get; private set; }

    /// <summary>Cycles in which sums under way reached their banks.</summary>
    public long Drains { get; private set; }

    /// <summary>Cycles that lanes waited for their multiplier; such cycles may multiply.</summary>
    public long LaneWaits { get; private set; }

    /// <summary>Cycles in which the array stood still, or took longer than its step.</summary>
    public long Waits => PortWaits + BankWaits + Drains + LaneWaits;

    /// <summary>One cycle of work.</summary>
    public void Work(long done, long gated) => Utilisation.Cycle(done, gated);

    public void WaitForPort(long cycles) => PortWaits += Stand(cycles);

    public void WaitForBank(long cycles) => BankWaits += Stand(cycles);

    public void Drain(long cycles) => Drains += Stand(cycles);

    /// <summary>So many of the last cycles of work were more than a step takes.</summary>
    public void BlameLanes(long cycles) => LaneWaits += cycles;

    private long Stand(long cycles)
    {
        if (cycles > 0)
        {
            Utilisation.Idle(cycles);
        }

        return cycles;
    }
}
