using HighLight.Experiments.Figures.Plotly;

namespace HighLight.Experiments.Figures.Layers;

/// <summary>A dashed horizontal line across a panel: what the other values are measured against.</summary>
/// <param name="Y">Its height in the unit of the vertical axis.</param>
/// <param name="Label">What it stands for, written at its right end; may be empty.</param>
public sealed record ReferenceLine(double Y, string Label = "") : Layer
{
    internal override IEnumerable<object> Shapes(PanelContext context)
    {
        yield return new LineShape
        {
            XReference = context.XReference + " domain",
            YReference = context.YReference,
            Y0 = Y,
            Y1 = Y,
            Label = new() { Text = Label },
        };
    }
}
