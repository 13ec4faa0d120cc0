using HighLight.Simulation;

namespace HighLight.Experiments.Datapath;

/// <summary>What stands along the datapath of one row of the array in one cycle.</summary>
/// <param name="Design">The design.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Row">The row.</param>
/// <param name="Fetch">The VFMU; stands with the first row, as all rows share it.</param>
/// <param name="Words">The unpacked words; with the first row.</param>
/// <param name="Selection">The blocks of B that the row gets to see.</param>
/// <param name="Lanes">What its lanes multiply.</param>
/// <param name="Sum">The partial sum behind them.</param>
internal sealed record CycleRow(string Design, long Cycle, int Row, string Fetch, string Words, string Selection, string Lanes, string Sum)
{
    public static CycleRow Of(string design, long cycle, int row, ILookup<string, TraceEvent> parts)
    {
        string Shared(string part) => row == 0 ? string.Join("; ", parts[part].Select(e => e.Holds)) : "";
        var lanes = parts["processing elements"].Select(e => e.Product!.Value).Where(p => p.Row == row);
        return new(
            design,
            cycle,
            row,
            Shared("VFMU"),
            Shared("unpacking"),
            string.Join("; ", parts["rank-1 selection"].Where(e => e.Place.StartsWith(Invariant($"row {row} "), StringComparison.Ordinal)).Select(e => e.Holds)),
            string.Join(" | ", lanes.Select(p => Invariant($"k={p.K}: {p.ValueOfA}·{p.ValueOfB}{(p.IsGated ? " gated" : "")}"))),
            parts["partial sums"].Select(e => e.Holds).ElementAtOrDefault(row) ?? "");
    }
}
