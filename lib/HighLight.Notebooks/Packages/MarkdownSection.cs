namespace HighLight.Notebooks.Packages;

/// <summary>Markdown below the heading <c>#!markdown</c>.</summary>
/// <param name="Line">See <see cref="CellSection"/>.</param>
/// <param name="Text">The text, trimmed.</param>
public sealed record MarkdownSection(int Line, string Text) : CellSection(Line);
