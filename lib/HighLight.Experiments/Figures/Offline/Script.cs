namespace HighLight.Experiments.Figures.Offline;

/// <summary>The embedded scripts, with their places filled in.</summary>
internal static class Script
{
    /// <summary>Loads plotly.js into the page; about 600 KB.</summary>
    public static string LoadPlotly() =>
        Element(Read("load-plotly.js").Replace("__BASE64__", PlotlyBundle.CompressedBase64(), StringComparison.Ordinal));

    /// <summary>Draws a figure once plotly.js is loaded.</summary>
    public static string Draw(Figure figure) => Element(Read("draw-figure.js")
        .Replace("__ID__", figure.Id, StringComparison.Ordinal)
        .Replace("__CONFIG__", FigureHtml.Config, StringComparison.Ordinal)
        .Replace("__FIGURE__", $$"""{"data":{{figure.DataJson}},"layout":{{figure.LayoutJson}}}""", StringComparison.Ordinal));

    private static string Element(string code) => $"<script>\n{code}</script>";

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(Script).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
