using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Simulation;

namespace HighLight.Experiments.Datapath;

/// <summary>The figure of <see cref="DatapathExperiment"/>.</summary>
internal static class DatapathFigures
{
    private const double Effectual = 1;
    private const double Wasted = 0.45;
    private const double Gated = 0.15;

    /// <summary>What each lane does in each cycle, one panel a design, all on one scale of time.</summary>
    public static Figure Lanes(ImmutableArray<DatapathTrace> traces)
    {
        var cycles = Enumerable.Range(0, (int)traces.Max(trace => trace.Result.ArrayCycles)).Select(Name).ToImmutableArray();
        return Figure.Grid("What each lane multiplies, cycle by cycle", 1, [.. traces.Select(trace => PanelOf(trace, cycles))])
            .WithSubtitle("value of A · word of B; dark: both nonzero, middle: multiplied although one is zero, pale: gated (the cycle is spent, the energy saved)")
            .WithSize(Math.Clamp(160 + (36 * cycles.Length), 700, 960), 120 + (280 * traces.Length));
    }

    private static Panel PanelOf(DatapathTrace trace, ImmutableArray<string> cycles) => new(
        Axis.Category("cycle", cycles),
        Axis.Category(""),
        HeatMap.Of(
            trace.Products,
            p => Name(p.Cycle),
            p => Invariant($"row {p.Product.Row} lane {p.Product.Lane}"),
            p => ShadeOf(p.Product),
            "",
            p => Invariant($"{p.Product.ValueOfA}·{p.Product.ValueOfB}")) with
        {
            Range = (0, Effectual),
            InLegend = false,
        })
    {
        Title = Invariant($"{trace.Design}: {trace.Result.ArrayCycles} cycles"),
    };

    private static string Name(long cycle) => Invariant($"{cycle}");

    private static string Name(int cycle) => Name((long)cycle);

    private static double? ShadeOf(LaneProduct product) => product.IsGated ? Gated : product.IsEffectual ? Effectual : Wasted;
}
