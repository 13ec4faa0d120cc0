using HighLight.Experiments.Figures.Styles;
using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Figures.Plotly;

/// <summary>The house style as a plotly.js template: defaults that the layout of a figure may override.</summary>
internal static class FigureTemplate
{
    public static JObject Create()
    {
        var axis = new
        {
            automargin = true,
            gridcolor = HouseStyle.Grid,
            linecolor = HouseStyle.AxisLine,
            showline = true,
            ticks = "outside",
            tickcolor = HouseStyle.AxisLine,
            ticklen = 4,
            zeroline = false,
            exponentformat = "power",
            title = new { standoff = 8, font = new { size = 13 } },
        };
        return JObject.FromObject(new
        {
            layout = new
            {
                font = new { family = HouseStyle.FontFamily, size = 12, color = HouseStyle.Ink },
                paper_bgcolor = HouseStyle.Background,
                plot_bgcolor = HouseStyle.Background,
                colorway = HouseStyle.Cycle,
                title = new
                {
                    x = 0,
                    xref = "container",
                    xanchor = "left",
                    y = 1,
                    yref = "container",
                    yanchor = "top",
                    pad = new { l = 12, t = 18 },
                    font = new { size = 16 },
                },
                margin = new { l = 60, r = 20, t = 76, b = 50, pad = 0 },
                legend = new { tracegroupgap = 4, bgcolor = "rgba(255,255,255,0.8)" },
                hoverlabel = new
                {
                    align = "left",
                    bgcolor = HouseStyle.Background,
                    bordercolor = HouseStyle.AxisLine,
                    font = new { color = HouseStyle.Ink },
                },
                hovermode = "closest",
                bargap = 0.2,
                bargroupgap = 0.04,
                xaxis = axis,
                yaxis = axis,
            },
            data = new
            {
                bar = new[] { new { textfont = new { size = 10 }, constraintext = "none" } },
                scatter = new[] { new { textfont = new { size = 10 } } },
            },
        });
    }
}
