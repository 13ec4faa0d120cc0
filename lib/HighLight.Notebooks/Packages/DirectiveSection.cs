namespace HighLight.Notebooks.Packages;

/// <summary>
/// A line that begins with a magic command other than those of the engine: one that a package brings, or one that nobody knows.
/// </summary>
/// <param name="Line">See <see cref="CellSection"/>.</param>
/// <param name="Name">The command, such as <c>#!highlight</c>.</param>
/// <param name="Arguments">The rest of the line, trimmed.</param>
public sealed record DirectiveSection(int Line, string Name, string Arguments) : CellSection(Line);
