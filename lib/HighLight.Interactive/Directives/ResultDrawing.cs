using HighLight.Commands.Formatting;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;

namespace HighLight.Interactive.Directives;

/// <summary>Draws the bars of a verb in the house style.</summary>
internal static class ResultDrawing
{
    /// <summary>The figure; its panels stand side by side.</summary>
    public static Figure Of(ResultFigure figure) =>
        Figure.Grid(figure.Title, columns: figure.Panels.Length, [.. figure.Panels.Select(Panel)]);

    private static Panel Panel(ResultPanel panel) => new(
        Axis.Category("", [.. panel.Bars.Select(bar => bar.Category).Distinct(StringComparer.Ordinal)]),
        Axis.Linear(panel.Quantity, panel.Unit.Length == 0 ? null : panel.Unit) with { FromZero = true },
        Bars.Of(panel.Bars, bar => bar.Category, bar => bar.Value, bar => bar.Series) with { Mode = BarMode.Stacked })
    {
        Title = panel.Title,
    };
}
