using System.Collections.Immutable;
using HighLight.Experiments.Display;
using HighLight.Experiments.Figures;
using Microsoft.Data.Analysis;
using XPlot.Plotly;

namespace HighLight.Interactive.Display;

/// <summary>
/// The formatters of types that are not ours: XPlot's charts, which are shown like our figures, and data frames, like our tables.
/// </summary>
internal static class ForeignTypeFormatters
{
    /// <summary>The formatters of each type, what a reader would like to see best first.</summary>
    public static ImmutableArray<ForeignTypeFormatter> All { get; } =
    [
        .. MimeType.All.Select(mimeType => new ForeignTypeFormatter(
            typeof(PlotlyChart), mimeType, chart => ((IDisplayable)Figure.Of((PlotlyChart)chart)).Render(mimeType))),
        new(typeof(DataFrame), MimeType.Html, frame => DataFrameView.Of((DataFrame)frame).ToHtml()),
        new(typeof(DataFrame), MimeType.Plain, frame => DataFrameView.Of((DataFrame)frame).ToText()),
    ];
}
