using HighLight.Notebooks.Surface;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>
/// The part of .NET Interactive's class of this name that packages use to register how their types are shown. Registrations belong to the
/// running notebook.
/// </summary>
public static class Formatter
{
    /// <summary>
    /// Registers how values of a type and its subtypes are written in a MIME type; the latest registration of the nearest type is used.
    /// </summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <summary>
    /// Registers how values of a type and its subtypes are written in a MIME type; the latest registration of the nearest type is used.
    /// </summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <summary>
    /// Registers how values of a type, of its subtypes or, for an open generic type, of its constructions are written in a MIME type.
    /// </summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = "text/plain")
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        RunningCell.Required.Register(type, mimeType, formatter);
    }
}
