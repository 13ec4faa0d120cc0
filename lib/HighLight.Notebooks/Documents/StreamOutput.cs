using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>Text that a cell wrote to a stream.</summary>
/// <param name="Name"><see cref="StandardOutput"/> or <see cref="StandardError"/>.</param>
/// <param name="Text">The text.</param>
/// <param name="Extra">See <see cref="CellOutput"/>.</param>
public sealed record StreamOutput(string Name, string Text, ImmutableArray<JsonField> Extra) : CellOutput(Extra)
{
    /// <summary>The name of the standard output stream.</summary>
    public const string StandardOutput = "stdout";

    /// <summary>The name of the standard error stream.</summary>
    public const string StandardError = "stderr";

    /// <inheritdoc/>
    public override string OutputType => "stream";
}
