using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>The error that ended a cell.</summary>
/// <param name="Name">The error's name (<c>ename</c>), for an exception its full type name.</param>
/// <param name="Message">The error's message (<c>evalue</c>).</param>
/// <param name="Traceback">What to show, line by line.</param>
/// <param name="Extra">See <see cref="CellOutput"/>.</param>
public sealed record ErrorOutput(string Name, string Message, ImmutableArray<string> Traceback, ImmutableArray<JsonField> Extra) : CellOutput(Extra)
{
    /// <inheritdoc/>
    public override string OutputType => "error";
}
