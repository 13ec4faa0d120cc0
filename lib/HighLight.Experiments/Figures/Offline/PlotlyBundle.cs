namespace HighLight.Experiments.Figures.Offline;

/// <summary>The embedded plotly.js (cartesian bundle, MIT licence, see plotly-LICENSE.txt).</summary>
internal static class PlotlyBundle
{
    /// <summary>The pinned version.</summary>
    public const string Version = "2.35.3";

    /// <summary>
    /// The minified script as gzip in base64. It is compressed once, in the repository: what a runtime's compressor gives may change
    /// with its version, and pages should not.
    /// </summary>
    public static string CompressedBase64()
    {
        using var resource = typeof(PlotlyBundle).Assembly.GetManifestResourceStream($"plotly-cartesian-{Version}.min.js.gz")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
