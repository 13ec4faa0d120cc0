using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A Jupyter notebook, nbformat 4, as an immutable value.</summary>
/// <param name="Minor">The minor version of nbformat 4.</param>
/// <param name="Metadata">The notebook's metadata, a JSON object kept as it was read.</param>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Extra">Top-level fields that nbformat does not define, kept in file order.</param>
public sealed record NotebookDocument(int Minor, JsonElement Metadata, ImmutableArray<NotebookCell> Cells, ImmutableArray<JsonField> Extra)
{
    /// <summary>The major version that this library reads and writes.</summary>
    public const int Major = 4;

    /// <summary>The newest minor version that this library knows; a newer one is read and written as this one is.</summary>
    public const int NewestMinor = 5;

    /// <summary>An empty notebook of the newest minor version.</summary>
    public static NotebookDocument Empty { get; } = new(NewestMinor, JsonValues.EmptyObject, [], []);

    /// <summary>
    /// The language of the cells that name none of their own; null if the metadata names none, which means C#. The metadata are asked in
    /// this order: the default kernel of <c>polyglot_notebook</c>, <c>kernelspec.language</c>, <c>language_info.name</c>, and the name and
    /// the display name of the kernel, from which the language is told.
    /// </summary>
    public string? Language =>
        KernelLanguage.Of(KernelInfo.DefaultKernel(Metadata))
        ?? Named("kernelspec", "language")
        ?? Named("language_info", "name")
        ?? KernelLanguage.Of(Metadata.Text("kernelspec", "name"), Metadata.Text("kernelspec", "display_name"));

    /// <summary>A title for people: <c>metadata.title</c>, else the first level-one Markdown heading; null if there is neither.</summary>
    public string? Title => Metadata.Text("title") ?? Cells.OfType<MarkdownCell>().Select(cell => cell.Heading).FirstOrDefault(heading => heading is not null);

    /// <summary>The notebook as it is before a run: no outputs, no execution counts, no recorded execution times.</summary>
    public NotebookDocument Cleared() => this with
    {
        Cells = [.. Cells.Select(cell => cell is CodeCell code ? code.Cleared() : cell)],
    };

    /// <summary>
    /// The notebook with <c>polyglot_notebook.kernelInfo</c> in its metadata, which dotnet-repl and VS Code need to run it; the same
    /// notebook if it has one or is not in C#.
    /// </summary>
    public NotebookDocument WithKernelInfo() =>
        Language is null || string.Equals(KernelLanguage.Of(Language), KernelLanguage.CSharp, StringComparison.Ordinal)
            ? this with { Metadata = KernelInfo.Add(Metadata) }
            : this;

    private string? Named(string section, string field) =>
        Metadata.Text(section, field) is { } name && !string.IsNullOrWhiteSpace(name) ? name : null;
}
