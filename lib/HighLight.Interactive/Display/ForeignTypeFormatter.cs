namespace HighLight.Interactive.Display;

/// <summary>How values of a type that is not ours are written in one MIME type.</summary>
/// <param name="Type">The type whose values, and values of whose subtypes, are written.</param>
/// <param name="MimeType">What is written.</param>
/// <param name="Render">Gives the text of a value; null where it has no form in this MIME type.</param>
internal sealed record ForeignTypeFormatter(Type Type, string MimeType, Func<object, string?> Render)
{
    /// <summary>Writes a value; false where it has no form in this MIME type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (Render(instance) is not { } text)
        {
            return false;
        }

        writer.Write(text);
        return true;
    }
}
