using System.Collections.Immutable;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>Cycles that an array stood still, by cause.</summary>
public sealed record Stalls
{
    private static readonly ImmutableArray<StallCause> All = [.. Enum.GetValues<StallCause>()];
    private readonly ImmutableArray<long> _cycles;

    internal Stalls(ReadOnlySpan<long> cyclesByCause) => _cycles = [.. cyclesByCause];

    /// <summary>No stall.</summary>
    public static Stalls None { get; } = new(new long[All.Length]);

    internal static Stalls Of(ArrayClock clock)
    {
        var cycles = new long[All.Length];
        cycles[(int)StallCause.BufferPort] = clock.PortWaits;
        cycles[(int)StallCause.BankConflict] = clock.BankWaits;
        cycles[(int)StallCause.AccumulatorDrain] = clock.Drains;
        cycles[(int)StallCause.LaneConflict] = clock.LaneWaits;
        return new(cycles);
    }

    /// <summary>The causes there are.</summary>
    public static ImmutableArray<StallCause> Causes => All;

    /// <summary>Cycles lost by one cause.</summary>
    public long this[StallCause cause] => _cycles[(int)cause];

    /// <summary>Cycles lost by all causes.</summary>
    public long Total => _cycles.Sum();

    /// <summary>Same cycles by every cause.</summary>
    public bool Equals(Stalls? other) => other is not null && _cycles.AsSpan().SequenceEqual(other._cycles.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => _cycles.Aggregate(0, HashCode.Combine);

    /// <summary>For example <c>12 (BankConflict 12)</c>.</summary>
    public override string ToString() =>
        Total == 0
        ? "none"
        : Invariant($"{Total} ({string.Join(", ", from cause in All where this[cause] > 0 select Invariant($"{cause} {this[cause]}"))})");
}
