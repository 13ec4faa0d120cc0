using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Hardware;

namespace HighLight.Experiments.Sensitivity;

/// <summary>Draws the ranges like a tornado: a line a parameter, from the lowest to the highest ratio, the parameters with the greatest effect on top.</summary>
internal static class SensitivityFigure
{
    private const int ParameterHeight = 19;
    private const int PanelMargin = 110;

    public static Figure Draw(ImmutableArray<SensitivityRow> rows, Accelerator design)
    {
        var panels = rows.GroupBy(row => row.Rival, StringComparer.Ordinal).Select(group => DrawPanel([.. group], design)).ToImmutableArray();
        var parameters = rows.Select(row => row.Parameter).Distinct(StringComparer.Ordinal).Count();
        return Figure.Grid(Invariant($"EDP of {design.Name} over that of each rival, one parameter changed at a time"), 1, panels)
            .WithSubtitle("colour: sparsity of A × sparsity of B; dashed: all parameters at their defaults; left of 1 the design is better")
            .WithSize(960, 80 + (panels.Length * ((parameters * ParameterHeight) + PanelMargin)));
    }

    private static Panel DrawPanel(ImmutableArray<SensitivityRow> rows, Accelerator design)
    {
        ImmutableArray<string> parameters =
            [.. rows.GroupBy(row => row.Parameter, StringComparer.Ordinal).OrderByDescending(group => group.Max(row => Math.Abs(Math.Log(1 + row.Change)))).Select(group => group.Key)];
        var ranges = parameters.SelectMany(parameter => rows.Where(row => row.Parameter == parameter).GroupBy(row => row.Cell).SelectMany(Range));
        var defaults = rows.GroupBy(row => row.Cell).SelectMany(cell => new[] { parameters[0], parameters[^1] }.Select(end =>
            new Datum(cell.First().DefaultRatio, end, cell.Key.Name, Hover: Invariant($"default: {cell.First().DefaultRatio:0.000}"))));
        return new Panel(
            Axis.Logarithmic("ratio of EDPs") with { TickFormat = ".2~g" },
            Axis.Category("", parameters),
            new Lines([.. new[] { parameters[0], parameters[^1] }.Select(end => new Datum(1.0, end, "equal EDP"))]) { Markers = false },
            new Lines([.. defaults]) { Markers = false, Dashed = true, LegendSuffix = "(default)" },
            new Lines([.. ranges]))
        {
            Title = Invariant($"{design.Name} / {rows[0].Rival}"),
        };
    }

    /// <summary>The settings of one parameter on one cell from the lowest ratio to the highest, then a gap.</summary>
    private static IEnumerable<Datum> Range(IEnumerable<SensitivityRow> settings)
    {
        var ordered = settings.OrderBy(row => row.EdpRatio).ToArray();
        foreach (var row in ordered)
        {
            yield return new(row.EdpRatio, row.Parameter, row.Cell.Name, Hover: Invariant($"{row.Parameter}: {row.Setting}<br>{row.EdpRatio:0.000} ({row.Change:+0.0 %;−0.0 %;0 %})"));
        }

        yield return new(default(double?), ordered[0].Parameter, ordered[0].Cell.Name);
    }
}
