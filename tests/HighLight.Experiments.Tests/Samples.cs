using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Tests;

internal sealed record Observation(string? Design, long? Cycles, double? EnergyPj, float? Share = null, int? Rank = null, bool? Exact = null);

internal static class Samples
{
    public static ImmutableArray<Observation> Rows { get; } =
    [
        new("TC", 1_048_576, 1.5e9, 0.25f, 0, true),
        new("HighLight", 262_144, 4.0e8, null, 1, false),
        new(null, null, null),
    ];

    public static ResultTable Table(IEnumerable<Observation>? rows = null) => ResultTable.From("sample", rows ?? Rows, columns => columns
        .Text("design", row => row.Design, "Which accelerator.")
        .Integer("cycles", "cycles", row => row.Cycles)
        .Number("energy_pJ", "pJ", row => row.EnergyPj, "Energy, DRAM included.")
        .Number("share", "1", row => row.Share)
        .Integer("rank", "1", row => row.Rank)
        .Flag("exact", row => row.Exact));

    public static Figure Bars(string title = "EDP") => Figure.Of(title, new Panel(
        Axis.Category("design"),
        Axis.Linear("EDP", "pJ·cycles"),
        HighLight.Experiments.Figures.Layers.Bars.Of([("TC", 2.0), ("HighLight", 1.0)], row => row.Item1, row => row.Item2, row => row.Item1)));
}
