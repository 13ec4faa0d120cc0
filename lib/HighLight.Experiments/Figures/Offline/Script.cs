namespace HighLight.Experiments.Figures.Offline;

/// <summary>The embedded scripts, with their places filled in.</summary>
internal static class Script
{
    /// <summary>How plotly.js behaves: no logo, no data sent anywhere, a picture can be saved as SVG.</summary>
    public const string Config =
        """{"displaylogo":false,"showSendToCloud":false,"responsive":false,""" +
        """ "modeBarButtonsToRemove":["select2d","lasso2d"],"toImageButtonOptions":{"format":"svg"}}""";

    /// <summary>Loads plotly.js into the page; about 600 KB.</summary>
    public static string LoadPlotly() =>
        Element(Read("load-plotly.js").Replace("__BASE64__", PlotlyBundle.CompressedBase64(), StringComparison.Ordinal));

    /// <summary>Draws a figure once plotly.js is loaded.</summary>
    /// <param name="id">The figure's id.</param>
    /// <param name="data">Its traces, as JSON.</param>
    /// <param name="layout">Its layout, as JSON.</param>
    public static string Draw(string id, string data, string layout) => Element(Read("draw-figure.js")
        .Replace("__ID__", id, StringComparison.Ordinal)
        .Replace("__CONFIG__", Config, StringComparison.Ordinal)
        .Replace("__FIGURE__", $$"""{"data":{{data}},"layout":{{layout}}}""", StringComparison.Ordinal));

    private static string Element(string code) => $"<script>\n{code}</script>";

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Script).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
