using System.Collections.Immutable;
using System.Text.Json;

namespace HighLight.Notebooks.Documents;

/// <summary>A Jupyter notebook, nbformat 4 (minor 0 to 5), as an immutable value.</summary>
/// <param name="Minor">The minor version of nbformat 4.</param>
/// <param name="Metadata">The notebook's metadata, a JSON object kept as it was read.</param>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Extra">Top-level fields that nbformat does not define, kept in file order.</param>
public sealed record NotebookDocument(int Minor, JsonElement Metadata, ImmutableArray<NotebookCell> Cells, ImmutableArray<JsonField> Extra)
{
    /// <summary>The major version that this library reads and writes.</summary>
    public const int Major = 4;

    /// <summary>The newest minor version that this library reads and writes.</summary>
    public const int NewestMinor = 5;

    /// <summary>An empty notebook of the newest minor version.</summary>
    public static NotebookDocument Empty { get; } = new(NewestMinor, JsonValues.EmptyObject, [], []);

    /// <summary>The language that the metadata names (<c>kernelspec.language</c>, else <c>language_info.name</c>); null if it names none.</summary>
    public string? Language => Metadata.Text("kernelspec", "language") ?? Metadata.Text("language_info", "name");

    /// <summary>A title for people: <c>metadata.title</c>, else the first level-one Markdown heading; null if there is neither.</summary>
    public string? Title => Metadata.Text("title") ?? Cells.OfType<MarkdownCell>().Select(cell => cell.Heading).FirstOrDefault(heading => heading is not null);

    /// <summary>The notebook as it is before a run: no outputs, no execution counts, no recorded execution times.</summary>
    public NotebookDocument Cleared() => this with
    {
        Cells = [.. Cells.Select(cell => cell is CodeCell code ? code.Cleared() : cell)],
    };
}
