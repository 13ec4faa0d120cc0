using HighLight.Experiments.Display;
using HighLight.Experiments.Figures.Offline;

namespace HighLight.Experiments;

/// <summary>The version of this library, and in HTML the script that draws its figures. See <see cref="HighLightNotebook.Setup"/>.</summary>
[TypeFormatterSource(typeof(DisplayFormatterSource), PreferredMimeTypes = [MimeType.Html, MimeType.Plain])]
public sealed class NotebookSetup : IDisplayable
{
    internal NotebookSetup()
    {
    }

    /// <summary>The library's version as a line, and the script that loads plotly.js into the page.</summary>
    public string ToHtml() => $"<p>{ToString()}</p>\n{Script.LoadPlotly()}";

    /// <summary>For example <c>HighLight.Experiments 0.1.0</c>.</summary>
    public override string ToString() => $"HighLight.Experiments {LibraryVersion.Current}";

    string? IDisplayable.Render(string mimeType) => mimeType switch
    {
        MimeType.Html => ToHtml(),
        MimeType.Plain => ToString(),
        _ => null,
    };
}
