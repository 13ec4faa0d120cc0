using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="ExecutionCount">The count of the execution it belongs to; null if unknown.</param>
/// <param name="Data">The same content in one or more MIME types.</param>
/// <param name="Metadata">Metadata by MIME type, a JSON object.</param>
/// <param name="Extra">See <see cref="CellOutput"/>.</param>
public sealed record ExecuteResultOutput(int? ExecutionCount, MimeBundle Data, JsonElement Metadata, ImmutableArray<JsonField> Extra)
    : CellOutput(Extra)
{
    /// <inheritdoc/>
    public override string OutputType => "execute_result";
}
