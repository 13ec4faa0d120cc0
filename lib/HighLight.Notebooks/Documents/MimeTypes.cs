namespace HighLight.Notebooks.Documents;

/// <summary>The MIME types that nbformat treats in their own way.</summary>
public static class MimeTypes
{
    /// <summary>text/plain</summary>
    public const string PlainText = "text/plain";

    /// <summary>text/html</summary>
    public const string Html = "text/html";

    /// <summary>text/markdown</summary>
    public const string Markdown = "text/markdown";

    /// <summary>image/svg+xml</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>image/png</summary>
    public const string Png = "image/png";

    /// <summary>image/jpeg</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>application/json</summary>
    public const string Json = "application/json";

    /// <summary>Whether values of this type are stored as JSON values: <c>application/json</c> and <c>application/…+json</c>.</summary>
    public static bool IsJson(string mimeType) =>
        string.Equals(mimeType, Json, StringComparison.Ordinal)
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Whether Jupyter stores values of this type as a list of lines.</summary>
    public static bool IsLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or Svg;
}
