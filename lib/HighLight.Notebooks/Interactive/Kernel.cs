using HighLight.Notebooks.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call without a prefix, under the name that .NET Interactive gives it, so that a notebook means the same in both.
/// </summary>
public static class Kernel
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value, also null.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that suit its type.</param>
    /// <exception cref="FormattingException">A formatter of the value failed, or none writes such a MIME type.</exception>
    public static void display(object? value, params string[]? mimeTypes) => CellContext.Required.Display(value, mimeTypes ?? []);

    /// <summary>Marks text as HTML, so that it is shown as such.</summary>
    public static HtmlString HTML(string content) => new(content);
}
