namespace HighLight.Formats;

/// <summary>One format's line of a <see cref="FormatComparison"/>.</summary>
/// <param name="Format">The format, with every width that the matrix decides.</param>
/// <param name="Size">The exact size of the matrix in it.</param>
public sealed record FormatComparisonRow(SparseFormat Format, FormatSize Size);
