using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>Something that a cell displayed.</summary>
/// <param name="Data">The same content in one or more MIME types.</param>
/// <param name="Metadata">Metadata by MIME type, a JSON object.</param>
/// <param name="Extra">See <see cref="CellOutput"/>.</param>
public sealed record DisplayDataOutput(MimeBundle Data, JsonElement Metadata, ImmutableArray<JsonField> Extra) : CellOutput(Extra)
{
    /// <inheritdoc/>
    public override string OutputType => "display_data";
}
