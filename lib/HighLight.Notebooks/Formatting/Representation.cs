using System.Globalization;
using System.Text.Json;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Formatting;

/// <summary>A way to show one value.</summary>
/// <param name="MimeType">The MIME type.</param>
/// <param name="Write">Makes the text; null if the formatter declines the value.</param>
/// <param name="IsPreferred">Whether it is shown when nobody asks for a MIME type.</param>
internal sealed record Representation(string MimeType, Func<string?> Write, bool IsPreferred = true)
{
    /// <summary>The text that an action writes.</summary>
    public static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }

    /// <summary>The text that a function writes; null if it returns false.</summary>
    public static string? WrittenIf(Func<TextWriter, bool> write)
    {
        bool isWritten = false;
        string text = Written(writer => isWritten = write(writer));
        return isWritten ? text : null;
    }

    /// <summary>The value in this MIME type; null if the formatter declines it.</summary>
    /// <exception cref="FormattingException">The formatter failed or wrote invalid JSON for a JSON type.</exception>
    public MimeEntry? Format(object? value)
    {
        string? text;
        try
        {
            text = Write();
        }
        catch (Exception exception) when (exception is not FormattingException)
        {
            throw new FormattingException(
                $"The {MimeType} formatter of {TypeNames.OfValue(value)} failed: {TypeNames.OfValue(exception)}: {exception.Message}",
                exception);
        }

        try
        {
            return text is null ? null : MimeEntry.OfText(MimeType, text);
        }
        catch (JsonException exception)
        {
            throw new FormattingException(
                $"The {MimeType} formatter of {TypeNames.OfValue(value)} wrote text that is not JSON: {exception.Message}", exception);
        }
    }
}
