using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>A notebook as it was read from a file.</summary>
/// <param name="Document">The notebook.</param>
/// <param name="Warnings">
/// What is wrong with the file but was read all the same, each with its place and with how it was read; at most 51, the last of which then
/// says that there are more.
/// </param>
public sealed record ReadNotebook(NotebookDocument Document, ImmutableArray<string> Warnings);
