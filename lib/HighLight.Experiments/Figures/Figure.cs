using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HighLight.Experiments.Display;
using HighLight.Experiments.Figures.Offline;
using HighLight.Experiments.Figures.Plotly;
using HighLight.Experiments.Figures.Styles;
using HighLight.Experiments.Storage;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace HighLight.Experiments.Figures;

/// <summary>
/// An interactive figure in the house style, drawn by an embedded plotly.js without any network. It does not change: the methods
/// <c>With…</c> give another one. Equal figures have equal ids and equal HTML.
/// </summary>
/// <remarks>
/// A figure is made of <see cref="Panel"/>s or of traces and a layout of XPlot; <see cref="ToChart"/> gives it back as XPlot's chart.
/// In a notebook it needs <see cref="HighLightNotebook.Setup"/>, shown once by the first cell. Where scripts do not run (GitHub), a
/// reader sees a table of the plotted values.
/// </remarks>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Plotly, MimeType.Plain])]
public sealed class Figure : IDisplayable
{
    private const int LeastSize = 100;
    private const int GreatestSize = 10_000;

    private readonly JArray _data;
    private readonly JObject _layout;

    private Figure(string title, string? subtitle, int width, int height, JArray data, JObject layout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, GreatestSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, LeastSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, GreatestSize);
        Title = title;
        Subtitle = subtitle;
        Width = width;
        Height = height;
        foreach (var item in data.OfType<JObject>().Append(layout))
        {
            PlotTitles.Normalise(item);
        }

        _data = data;
        _layout = layout;
        DataJson = PlotJsonWriter.Write(data);
        LayoutJson = PlotJsonWriter.Write(StyledLayout());
        Id = "highlight-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DataJson + "\n" + LayoutJson)).AsSpan(0, 8));
    }

    /// <summary>What the figure shows.</summary>
    public string Title { get; }

    /// <summary>A second, smaller line: the paper's figure, the setting; or null.</summary>
    public string? Subtitle { get; }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The identity in a page, derived from everything that is drawn.</summary>
    public string Id { get; }

    /// <summary>The traces as plotly.js takes them, a JSON array.</summary>
    public string DataJson { get; }

    /// <summary>The layout as plotly.js takes it, a JSON object with the house style as its template.</summary>
    public string LayoutJson { get; }

    /// <summary>A figure with one panel.</summary>
    public static Figure Of(string title, Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Of(title, [panel], columns: 1);
    }

    /// <summary>Small multiples: panels in rows from the upper left; each has its own axes, all share colours and the legend.</summary>
    /// <param name="title">What the figure shows.</param>
    /// <param name="columns">How many panels a row holds.</param>
    /// <param name="panels">The panels, at least one.</param>
    public static Figure Grid(string title, int columns, params ImmutableArray<Panel> panels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (panels.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"The figure '{title}' has no panel: give at least one.", nameof(panels));
        }

        return Of(title, panels, Math.Min(columns, panels.Length));
    }

    /// <summary>A figure of any traces and layout of XPlot; what they leave open has the house style.</summary>
    public static Figure Of(string title, IEnumerable<Trace> traces, Layout.Layout layout)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(layout);
        return new(
            title,
            subtitle: null,
            HouseStyle.DefaultWidth,
            HouseStyle.DefaultHeight,
            JArray.Parse(PlotJsonWriter.Write(traces)),
            JObject.Parse(PlotJsonWriter.Write(layout)));
    }

    /// <summary>A figure of a chart of XPlot, which thereby is drawn offline; it keeps its title and its size.</summary>
    public static Figure Of(PlotlyChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (data, layout) = ChartJson.Read(chart);
        PlotTitles.Normalise(layout);
        var title = layout.SelectToken("title.text")?.ToString();
        return new(
            string.IsNullOrWhiteSpace(title) ? "Chart" : title,
            subtitle: null,
            Math.Clamp(chart.Width, LeastSize, GreatestSize),
            Math.Clamp(chart.Height, LeastSize, GreatestSize),
            data,
            layout);
    }

    /// <summary>The figure with a second, smaller line below its title.</summary>
    public Figure WithSubtitle(string? subtitle) => new(Title, subtitle, Width, Height, _data, _layout);

    /// <summary>The figure in another size, in pixels from 100 to 10,000.</summary>
    public Figure WithSize(int width, int height) => new(Title, Subtitle, width, height, _data, _layout);

    /// <summary>The figure as a chart of XPlot, to be changed at will.</summary>
    public PlotlyChart ToChart()
    {
        var chart = new PlotlyChart { Width = Width, Height = Height, Id = Id };
        chart.Plot<Trace>([.. _data.Cast<JObject>().Select(trace => new JsonTrace(trace))], new JsonLayout(StyledLayout()), null);
        return chart;
    }

    /// <summary>The figure for a page that shows <see cref="HighLightNotebook.Setup"/> somewhere.</summary>
    public string ToHtml() => FigureHtml.Fragment(this);

    /// <summary>A complete HTML page which draws the figure offline.</summary>
    public string ToHtmlPage() => FigureHtml.Page(this);

    /// <summary>Writes <see cref="ToHtmlPage"/> to a file, whole or not at all.</summary>
    public void SavePage(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ResultFile.WriteText(path, ToHtmlPage());
    }

    /// <summary>Title and series, in a few lines.</summary>
    public override string ToString() => new FigureSummary(this).ToText();

    string? IDisplayable.Render(string mimeType) => mimeType switch
    {
        MimeType.Html => ToHtml(),
        MimeType.Plotly => $$"""{"data":{{DataJson}},"layout":{{LayoutJson}},"config":{{Script.Config}}}""",
        MimeType.Plain => ToString(),
        _ => null,
    };

    internal JArray Data => _data;

    internal JObject Layout => _layout;

    private static Figure Of(string title, ImmutableArray<Panel> panels, int columns)
    {
        var (traces, layout) = PanelGrid.Draw(panels, columns);
        var rows = (panels.Length + columns - 1) / columns;
        return Of(title, traces, layout).WithSize(
            columns == 1 ? HouseStyle.DefaultWidth : Math.Clamp(columns * 340, HouseStyle.DefaultWidth, 1400),
            rows == 1 ? HouseStyle.DefaultHeight : (rows * 300) + 60);
    }

    private JObject StyledLayout()
    {
        var layout = (JObject)_layout.DeepClone();
        layout["title"] = new JObject { ["text"] = Subtitle is null ? Title : $"{Title}<br><sub>{Subtitle}</sub>" };
        layout["width"] = Width;
        layout["height"] = Height;
        layout["template"] ??= FigureTemplate.Create();
        return layout;
    }
}
