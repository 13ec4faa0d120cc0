namespace HighLight.Experiments;

/// <summary>What a notebook needs from this library before anything else.</summary>
public static class HighLightNotebook
{
    /// <summary>
    /// Show it once, as the result of a notebook's first cell: it states the library's version and loads the embedded plotly.js into the
    /// page (about 600 KB), which all figures of the page then use. Nothing comes from a network.
    /// </summary>
    public static NotebookSetup Setup { get; } = new();
}
