using System.Text;

namespace HighLight.Notebooks.Html;

/// <summary>Pictures as <c>data:</c> URIs.</summary>
internal static class DataUri
{
    /// <summary>
    /// A URI that cannot leave the attribute it stands in; null if the MIME type is not that of a picture, or the text is not what the type
    /// asks for.
    /// </summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="text">Markup for SVG, base64 for other pictures.</param>
    public static string? Of(string mimeType, string? text)
    {
        if (text is null
            || !mimeType.StartsWith("image/", StringComparison.Ordinal)
            || !mimeType.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '+' or '-' or '.'))
        {
            return null;
        }

        string data = mimeType is "image/svg+xml"
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text))
            : string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return System.Buffers.Text.Base64.IsValid(data) ? $"data:{mimeType};base64,{data}" : null;
    }
}
