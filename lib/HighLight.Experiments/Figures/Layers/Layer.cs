using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Plotly;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>Marks of one kind, drawn between the axes of a <see cref="Panel"/>.</summary>
public abstract record Layer
{
    private protected Layer()
    {
    }

    /// <summary>The marks as traces of plotly.js.</summary>
    internal virtual IEnumerable<Trace> Traces(PanelContext context) => [];

    /// <summary>The decorations as shapes of plotly.js.</summary>
    internal virtual IEnumerable<object> Shapes(PanelContext context) => [];

    /// <summary>The coordinates, for the order of categories.</summary>
    internal virtual IEnumerable<Datum> Marks => [];
}
