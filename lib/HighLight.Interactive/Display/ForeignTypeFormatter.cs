namespace HighLight.Interactive.Display;

/// <summary>Writes values of a type that is not ours in one MIME type. A kernel asks for exactly one public method.</summary>
/// <param name="type">The type whose values, and values of whose subtypes, are written.</param>
/// <param name="mimeType">What is written.</param>
/// <param name="render">Gives the text of a value; null where it has no form in this MIME type.</param>
internal sealed class ForeignTypeFormatter(Type type, string mimeType, Func<object, string?> render)
{
    /// <summary>Whose values are written.</summary>
    public Type Type { get; } = type;

    /// <summary>What <see cref="Format"/> writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value; false where it has no form in this MIME type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (render(instance) is not { } text)
        {
            return false;
        }

        writer.Write(text);
        return true;
    }
}
