namespace HighLight.Notebooks.Html;

/// <summary>What goes into a page.</summary>
/// <param name="ShowInput">Whether the text of code cells is shown.</param>
/// <param name="Trust">
/// Whether scripts that come with the notebook may run and things from the network may load when the page is opened. Only for notebooks of
/// one's own.
/// </param>
public sealed record PageOptions(bool ShowInput = true, bool Trust = false);
