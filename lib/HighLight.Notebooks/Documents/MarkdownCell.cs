using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A cell with Markdown text.</summary>
/// <param name="Id">See <see cref="NotebookCell"/>.</param>
/// <param name="Source">The Markdown text.</param>
/// <param name="Metadata">See <see cref="NotebookCell"/>.</param>
/// <param name="Extra">See <see cref="NotebookCell"/>.</param>
/// <param name="Attachments">Files that the text refers to as <c>attachment:name</c>; null if the field is absent.</param>
public sealed record MarkdownCell(
    string? Id,
    string Source,
    JsonElement Metadata,
    ImmutableArray<JsonField> Extra,
    ImmutableArray<Attachment>? Attachments)
    : NotebookCell(Id, Source, Metadata, Extra)
{
    /// <inheritdoc/>
    public override string CellType => "markdown";

    /// <summary>The text of the first level-one heading ("# …"); null if there is none.</summary>
    public string? Heading => Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
}
