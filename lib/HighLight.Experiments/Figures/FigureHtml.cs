using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using HighLight.Experiments.Display;
using HighLight.Experiments.Figures.Offline;
using HighLight.Experiments.Figures.Styles;

namespace HighLight.Experiments.Figures;

/// <summary>A figure as HTML: its values as a table, which a script replaces with the drawing.</summary>
internal static partial class FigureHtml
{
    private const string BoxStyle = $"max-width:100%;overflow:auto;background:{HouseStyle.Background};color:{HouseStyle.Ink}";

    public static string Fragment(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <div id="{figure.Id}" data-highlight-figure="{figure.Id}" style="width:{figure.Width}px;height:{figure.Height}px;{BoxStyle}">
        <p><strong>{WebUtility.HtmlEncode(PlainText(figure.Title))}</strong>{Subtitle(figure)}</p>
        <p class="highlight-note">The interactive figure needs scripts; these are its values.</p>
        {new FigureSummary(figure).ToHtml()}
        </div>
        {Script.Draw(figure.Id, figure.DataJson, figure.LayoutJson)}
        """);

    public static string Page(Figure figure) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>{WebUtility.HtmlEncode(PlainText(figure.Title))}</title>
        {Script.LoadPlotly()}
        </head>
        <body>
        {Fragment(figure)}
        <p style="font:12px sans-serif;color:#666">HighLight.Experiments {LibraryVersion.Current}</p>
        </body>
        </html>

        """;

    private static string Subtitle(Figure figure) =>
        figure.Subtitle is null ? "" : "<br>" + WebUtility.HtmlEncode(PlainText(figure.Subtitle));

    /// <summary>Drops the few tags that plotly.js knows in titles.</summary>
    private static string PlainText(string text) => Tag().Replace(text, " ");

    [GeneratedRegex("</?(b|i|sub|sup|br|em|span)[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
