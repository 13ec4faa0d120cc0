using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>One output of a code cell.</summary>
/// <param name="Extra">Fields that nbformat does not define, kept in file order.</param>
public abstract record CellOutput(ImmutableArray<JsonField> Extra)
{
    /// <summary>The value of <c>output_type</c> in the file.</summary>
    public abstract string OutputType { get; }
}
