using HighLight.Notebooks.Surface;
using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary>Shows values from within an expression, under the names that .NET Interactive gives these methods.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that suit its type.</param>
    /// <returns>A handle to replace it.</returns>
    /// <exception cref="InvalidOperationException">A formatter of the value failed, or none writes such a MIME type.</exception>
    public static DisplayedValue Display(this object? value, params string[]? mimeTypes) =>
        RunningCell.Required.Display(value, mimeTypes ?? []);

    /// <summary>Shows text that is already in a MIME type.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mimeType">The MIME type, such as <c>text/html</c>.</param>
    /// <returns>A handle to replace it.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => RunningCell.Required.Display(value, [mimeType]);
}
