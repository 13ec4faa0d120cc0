namespace HighLight.Notebooks.Formatting;

/// <summary>A value cannot be shown: its formatter failed, or there is none for the MIME type that was asked for.</summary>
public sealed class FormattingException : InvalidOperationException
{
    internal FormattingException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    internal static FormattingException NoFormatter(object? value, string mimeType, IEnumerable<Representation> available) =>
        new($"A value of type {TypeNames.OfValue(value)} cannot be shown as '{mimeType}', only as {string.Join(", ", available.Select(item => item.MimeType).Distinct(StringComparer.Ordinal))}.");
}
