namespace HighLight.Experiments.Display;

/// <summary>The MIME types in which our types show themselves.</summary>
internal static class MimeType
{
    public const string Html = "text/html";
    public const string Plain = "text/plain";
    public const string Plotly = "application/vnd.plotly.v1+json";

    public static readonly IReadOnlyList<string> All = [Html, Plotly, Plain];
}
