using HighLight.Notebooks.Surface;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a prefix, under the name that .NET Interactive gives it, so that a notebook means the same in both.
/// </summary>
public static class Kernel
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that suit its type.</param>
    /// <returns>A handle to replace it.</returns>
    /// <exception cref="InvalidOperationException">A formatter of the value failed, or none writes such a MIME type.</exception>
    public static DisplayedValue display(object? value, params string[]? mimeTypes) => RunningCell.Required.Display(value, mimeTypes ?? []);

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    public static HtmlString HTML(string content) => new(content);
}
