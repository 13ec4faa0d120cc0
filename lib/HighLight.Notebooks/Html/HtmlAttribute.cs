namespace HighLight.Notebooks.Html;

/// <summary>An attribute of a tag.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Value">Its value, references to characters resolved; empty if it has none.</param>
/// <param name="Start">Where the value begins in the text, after the quote if it has one.</param>
/// <param name="End">Where the value ends.</param>
internal sealed record HtmlAttribute(string Name, string Value, int Start, int End);
