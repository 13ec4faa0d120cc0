using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A cell with code and the outputs of its last run.</summary>
/// <param name="Id">See <see cref="NotebookCell"/>.</param>
/// <param name="Source">The code.</param>
/// <param name="Metadata">See <see cref="NotebookCell"/>.</param>
/// <param name="Extra">See <see cref="NotebookCell"/>.</param>
/// <param name="ExecutionCount">Which execution of the session this was, from 1; null if the cell has not run.</param>
/// <param name="Outputs">What the cell showed, in order.</param>
public sealed record CodeCell(
    string? Id,
    string Source,
    JsonElement Metadata,
    ImmutableArray<JsonField> Extra,
    int? ExecutionCount,
    ImmutableArray<CellOutput> Outputs)
    : NotebookCell(Id, Source, Metadata, Extra)
{
    /// <inheritdoc/>
    public override string CellType => "code";

    /// <summary>
    /// The language that the cell's own metadata asks for (<c>polyglot_notebook.kernelName</c>, <c>dotnet_interactive.language</c> or
    /// <c>vscode.languageId</c>); null if it asks for none.
    /// </summary>
    public string? Language =>
        Metadata.Text("polyglot_notebook", "kernelName")
        ?? Metadata.Text("dotnet_interactive", "language")
        ?? Metadata.Text("vscode", "languageId");

    /// <summary>The cell before a run: no outputs, no count, and without the times that JupyterLab records in <c>metadata.execution</c>.</summary>
    public CodeCell Cleared() => this with { ExecutionCount = null, Outputs = [], Metadata = Metadata.Without("execution") };
}
