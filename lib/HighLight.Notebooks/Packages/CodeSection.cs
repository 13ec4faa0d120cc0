namespace HighLight.Notebooks.Packages;

/// <summary>C# code.</summary>
/// <param name="Line">See <see cref="CellSection"/>.</param>
/// <param name="Code">The code, after as many empty lines as stand before it in the cell: its lines are those of the cell.</param>
public sealed record CodeSection(int Line, string Code) : CellSection(Line);
