using System.Net;
using System.Text.Json;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Html.Terminal;

namespace HighLight.Notebooks.Html;

/// <summary>
/// The outputs of a cell as HTML, each by its richest representation: HTML, SVG, other pictures, Markdown, LaTeX and plain text, JSON.
/// </summary>
/// <param name="filter">What the HTML that the notebook brings goes through; null if it is trusted.</param>
internal sealed class OutputHtml(UntrustedHtml? filter)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", MaxDepth = 2 * JsonValues.MaximumDepth };

    public string Render(CellOutput output) => output switch
    {
        StreamOutput stream => Block(stream.Name is StreamOutput.StandardError ? "output stderr" : "output", Preformatted(stream.Text)),
        DisplayDataOutput display => Block("output", Render(display.Data)),
        ExecuteResultOutput result => Block("output", Render(result.Data)),
        ErrorOutput error => Block("output error", Render(error)),
        _ => "",
    };

    private static string Render(ErrorOutput error) =>
        $"<strong>Error: {WebUtility.HtmlEncode(error.Name)}</strong>"
        + Preformatted(error.Traceback.IsEmpty ? error.Message : string.Join('\n', error.Traceback));

    private string Render(MimeBundle data) =>
        Filter(data.Text(MimeTypes.Html))
        ?? Picture(data, MimeTypes.Svg)
        ?? Picture(data, MimeTypes.Png)
        ?? data.Entries.Select(entry => Picture(data, entry.MimeType)).FirstOrDefault(picture => picture is not null)
        ?? Filter(data.Text(MimeTypes.Markdown) is { } markdown ? MarkdownHtml.Render(markdown, []) : null)
        ?? (data.Text("text/latex") is { } latex ? Preformatted(latex) : null)
        ?? (data.Text(MimeTypes.PlainText) is { } text ? Preformatted(text) : null)
        ?? data.Entries.Where(entry => MimeTypes.IsJson(entry.MimeType)).Select(entry => Preformatted(JsonSerializer.Serialize(entry.Value, Indented))).FirstOrDefault()
        ?? "";

    private string? Filter(string? html) => html is null ? null : ClosedHtml.Close(filter?.Filter(html) ?? html);

    private static string? Picture(MimeBundle data, string mimeType) =>
        DataUri.Of(mimeType, data.Text(mimeType)) is { } uri
            ? $"<img src=\"{uri}\" alt=\"{WebUtility.HtmlEncode(data.Text(MimeTypes.PlainText) ?? "output of the cell")}\">"
            : null;

    private static string Preformatted(string text) => $"<pre>{TerminalHtml.Render(text)}</pre>";

    private static string Block(string classes, string content) => $"<div class=\"{classes}\">{content}</div>\n";
}
