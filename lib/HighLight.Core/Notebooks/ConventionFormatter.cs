namespace HighLight.Notebooks;

/// <summary>
/// Shows values of <typeparamref name="T"/> in one form. .NET Interactive calls it by convention: the public members MimeType and Type, and the single
/// public method Format, are found by their names. A source of formatters returns such objects from CreateTypeFormatters.
/// </summary>
internal sealed class ConventionFormatter<T>(string mimeType, Func<T, string> format)
    where T : class
{
    /// <summary>The form, for example text/html.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The type shown.</summary>
    public Type Type { get; } = typeof(T);

    /// <summary>Writes the value; false, and nothing, where it is none of the type.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
        {
            return false;
        }

        writer.Write(format(value));
        return true;
    }
}
