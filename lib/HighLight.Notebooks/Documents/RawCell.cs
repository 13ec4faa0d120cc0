using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A cell whose text passes through unchanged.</summary>
/// <param name="Id">See <see cref="NotebookCell"/>.</param>
/// <param name="Source">The text.</param>
/// <param name="Metadata">See <see cref="NotebookCell"/>.</param>
/// <param name="Extra">See <see cref="NotebookCell"/>.</param>
/// <param name="Attachments">Attached files; null if the field is absent.</param>
public sealed record RawCell(
    string? Id,
    string Source,
    JsonElement Metadata,
    ImmutableArray<JsonField> Extra,
    ImmutableArray<Attachment>? Attachments)
    : NotebookCell(Id, Source, Metadata, Extra)
{
    /// <inheritdoc/>
    public override string CellType => "raw";
}
