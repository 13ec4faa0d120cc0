namespace HighLight.Experiments.Display;

/// <summary>Writes an <see cref="IDisplayable"/> in one MIME type. The kernel asks for exactly one public method.</summary>
internal sealed class DisplayFormatter(string mimeType)
{
    /// <summary>What <see cref="Format"/> writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the object; false where it has no form in this MIME type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IDisplayable displayable || displayable.Render(MimeType) is not { } text)
        {
            return false;
        }

        writer.Write(text);
        return true;
    }
}
