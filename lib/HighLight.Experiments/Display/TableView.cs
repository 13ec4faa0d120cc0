using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace HighLight.Experiments.Display;

/// <summary>A table as text cells, ready to be shown as HTML or aligned text.</summary>
/// <param name="Headings">One a column.</param>
/// <param name="Numeric">Whether a column's cells are aligned to the right.</param>
/// <param name="Rows">The shown rows; each has a cell a column.</param>
/// <param name="HiddenRows">How many rows follow that are not shown.</param>
internal sealed record TableView(
    ImmutableArray<string> Headings,
    ImmutableArray<bool> Numeric,
    ImmutableArray<ImmutableArray<string>> Rows,
    long HiddenRows)
{
    public const int DefaultRows = 20;

    /// <summary>Characters from which a cell is a sentence, which beside many columns would be set one word a line.</summary>
    private const int Sentence = 40;

    /// <param name="caption">What the table shows, above it; empty for none.</param>
    public string ToHtml(string caption = "")
    {
        var html = new StringBuilder("<table>");
        if (caption.Length > 0)
        {
            html.Append("<caption style=\"caption-side:top;text-align:left;font-weight:bold\">")
                .Append(WebUtility.HtmlEncode(caption))
                .Append("</caption>");
        }

        html.Append("<thead><tr>");
        for (var column = 0; column < Headings.Length; column++)
        {
            AppendCell(html, "th", column, Headings[column]);
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in Rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < row.Length; column++)
            {
                AppendCell(html, "td", column, row[column]);
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table>");
        if (HiddenRows > 0)
        {
            html.Append("<p>").Append(HiddenNote).Append("</p>");
        }

        return html.ToString();
    }

    public string ToText()
    {
        var widths = Headings
            .Select((heading, column) => Rows.Select(row => Width(row[column])).Append(Width(heading)).Max())
            .ToArray();
        var text = new StringBuilder();
        AppendLine(text, Headings, widths);
        AppendLine(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (var row in Rows)
        {
            AppendLine(text, row, widths);
        }

        return HiddenRows > 0 ? text.Append(HiddenNote).ToString() : text.ToString().TrimEnd('\n');
    }

    private string HiddenNote => string.Create(CultureInfo.InvariantCulture, $"… {HiddenRows} more rows");

    private static int Width(string cell) => new StringInfo(OneLine(cell)).LengthInTextElements;

    private static string OneLine(string cell) => cell.ReplaceLineEndings(" ");

    private void AppendCell(StringBuilder html, string tag, int column, string text) => html
        .Append('<').Append(tag).Append(" style=\"text-align:").Append(Numeric[column] ? "right" : "left").Append(text.Length >= Sentence ? ";min-width:20em\">" : "\">")
        .Append(WebUtility.HtmlEncode(text))
        .Append("</").Append(tag).Append('>');

    private void AppendLine(StringBuilder text, ImmutableArray<string> cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = OneLine(cells[column]);
            var padding = new string(' ', widths[column] - Width(cell));
            line.Append(column == 0 ? "" : "  ").Append(Numeric[column] ? padding + cell : cell + padding);
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
