using Microsoft.DotNet.Interactive.Formatting;

namespace HighLight.Notebooks.Surface;

/// <summary>The running cell, as its code acts on it.</summary>
internal interface ICell
{
    /// <summary>Shows a value.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that suit its type.</param>
    DisplayedValue Display(object? value, IReadOnlyCollection<string> mimeTypes);

    /// <summary>Registers how values of a type are written in a MIME type.</summary>
    void Register(Type type, string mimeType, Action<object, TextWriter> write);
}
