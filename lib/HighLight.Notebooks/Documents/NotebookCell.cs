using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A cell of a notebook.</summary>
/// <param name="Id">The cell's identity (nbformat 4.5 and newer: 1 to 64 letters, digits, '-' or '_', unique in the notebook); null before 4.5.</param>
/// <param name="Source">The cell's text, lines joined.</param>
/// <param name="Metadata">The cell's metadata, a JSON object.</param>
/// <param name="Extra">Fields that nbformat does not define, kept in file order.</param>
public abstract record NotebookCell(string? Id, string Source, JsonElement Metadata, ImmutableArray<JsonField> Extra)
{
    /// <summary>The value of <c>cell_type</c> in the file.</summary>
    public abstract string CellType { get; }

    /// <summary>Whether the cell's metadata holds this tag.</summary>
    public bool HasTag(string tag) =>
        Metadata.Field("tags") is { ValueKind: JsonValueKind.Array } tags
        && tags.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.ValueEquals(tag));
}
