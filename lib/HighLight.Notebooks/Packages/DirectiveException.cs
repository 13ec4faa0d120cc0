namespace HighLight.Notebooks.Packages;

/// <summary>A directive of a cell is malformed or not supported.</summary>
public sealed class DirectiveException : FormatException
{
    internal DirectiveException(int line, string message)
        : base(message) => Line = line;

    /// <summary>The 1-based line within the cell.</summary>
    public int Line { get; }
}
