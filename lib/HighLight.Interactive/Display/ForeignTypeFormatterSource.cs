using HighLight.Experiments.Display;
using HighLight.Experiments.Figures;
using Microsoft.Data.Analysis;
using XPlot.Plotly;

namespace HighLight.Interactive.Display;

/// <summary>The formatters of types that are not ours: XPlot's charts, which are shown like our figures, and data frames, like our tables.</summary>
internal sealed class ForeignTypeFormatterSource
{
    /// <summary>The formatters of each type, in the order in which a reader would like to see them.</summary>
    public static IReadOnlyList<ForeignTypeFormatter> All { get; } =
    [
        .. MimeType.All.Select(mimeType =>
            new ForeignTypeFormatter(typeof(PlotlyChart), mimeType, chart => ((IDisplayable)Figure.Of((PlotlyChart)chart)).Render(mimeType))),
        new(typeof(DataFrame), MimeType.Html, frame => DataFrameView.Of((DataFrame)frame).ToHtml()),
        new(typeof(DataFrame), MimeType.Plain, frame => DataFrameView.Of((DataFrame)frame).ToText()),
    ];

    /// <summary>The formatters, found by name and shape.</summary>
#pragma warning disable CA1822 // the kernel asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => All;
#pragma warning restore CA1822
}
