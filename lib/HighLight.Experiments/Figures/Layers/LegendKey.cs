using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>An entry of the legend that explains a fill of markers; nothing is drawn.</summary>
/// <param name="Text">What the fill means.</param>
/// <param name="Fill">The fill.</param>
public sealed record LegendKey(string Text, MarkerFill Fill) : Layer
{
    internal override IEnumerable<Trace> Traces(PanelContext context)
    {
        var trace = new ScatterTrace
        {
            x = new double?[] { null },
            y = new double?[] { null },
            mode = "markers",
            marker = Points.MarkerOf("circle", Fill, 9, HouseStyle.AxisLine),
        };
        yield return context.Finish(trace, Text, []);
    }
}
