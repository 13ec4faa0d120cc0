using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;

namespace HighLight.Experiments.Figures;

/// <summary>
/// A figure without its picture: its values as a table a panel, its series as text. It reads the traces, whoever made them.
/// </summary>
internal sealed class FigureSummary(Figure figure)
{
    public string ToText()
    {
        var text = new StringBuilder(figure.Title);
        if (figure.Subtitle is { } subtitle)
        {
            text.Append('\n').Append(subtitle);
        }

        foreach (var panel in Panels())
        {
            text.Append(panel.Title.Length > 0 ? "\n  " + panel.Title : "");
            foreach (var series in panel.Marks.GroupBy(mark => mark.Series, StringComparer.Ordinal))
            {
                var count = series.Count();
                text.Append(panel.Title.Length > 0 ? "\n    " : "\n  ")
                    .Append(CultureInfo.InvariantCulture, $"{series.Key}: {count} {(count == 1 ? "value" : "values")}");
            }
        }

        return text.ToString();
    }

    public string ToHtml() => string.Concat(Panels().Select(panel =>
        (panel.Title.Length > 0 ? $"<p><strong>{WebUtility.HtmlEncode(panel.Title)}</strong></p>" : "") + panel.ToTable().ToHtml()));

    private IEnumerable<FigurePanelSummary> Panels() => figure.Data
        .OfType<JObject>()
        .GroupBy(trace => (X: trace["xaxis"]?.ToString() ?? "x", Y: trace["yaxis"]?.ToString() ?? "y"))
        .Select(panel => new FigurePanelSummary(
            PanelTitle(panel.Key.X),
            AxisTitle("xaxis" + panel.Key.X[1..], "x"),
            AxisTitle("yaxis" + panel.Key.Y[1..], "y"),
            [.. panel.SelectMany(FigurePanelSummary.MarksOf)]));

    private string PanelTitle(string xAxis) =>
        (figure.Layout["annotations"] as JArray)?
        .FirstOrDefault(annotation => annotation["xref"]?.ToString() == xAxis + " domain")?["text"]?.ToString() ?? "";

    private string AxisTitle(string axis, string otherwise) =>
        figure.Layout.SelectToken(axis + ".title.text")?.ToString() is { Length: > 0 } title ? title : otherwise;
}
