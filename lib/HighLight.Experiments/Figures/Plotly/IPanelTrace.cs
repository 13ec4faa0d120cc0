namespace HighLight.Experiments.Figures.Plotly;

/// <summary>What bars and points have in common; the lower-case names are XPlot's.</summary>
internal interface IPanelTrace
{
#pragma warning disable IDE1006 // XPlot names its properties as plotly.js does
    string name { set; }

    string legendgroup { set; }

    bool showlegend { set; }

    string xaxis { set; }

    string yaxis { set; }
#pragma warning restore IDE1006

    object? HoverTemplate { set; }
}
