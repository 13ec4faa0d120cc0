using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace HighLight.Experiments.Figures.Offline;

/// <summary>A figure as HTML: its values as a table, which a script replaces with the drawing.</summary>
internal static partial class FigureHtml
{
    /// <summary>How plotly.js behaves: no logo, no data sent anywhere, a picture can be saved as SVG.</summary>
    public const string Config =
        """{"displaylogo":false,"showSendToCloud":false,"responsive":false,""" +
        """ "modeBarButtonsToRemove":["select2d","lasso2d"],"toImageButtonOptions":{"format":"svg"}}""";

    private const string BoxStyle = $"max-width:100%;overflow:auto;background:{HouseStyle.Background};color:{HouseStyle.Ink}";

    public static string Fragment(Figure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <div id="{figure.Id}" data-highlight-figure="{figure.Id}" style="width:{figure.Width}px;height:{figure.Height}px;{BoxStyle}">
        <p><strong>{WebUtility.HtmlEncode(PlainText(figure.Title))}</strong>{Subtitle(figure)}</p>
        <p class="highlight-note">The interactive figure needs scripts; these are its values.</p>
        {new FigureSummary(figure).ToHtml()}
        </div>
        {Script.Draw(figure)}
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
