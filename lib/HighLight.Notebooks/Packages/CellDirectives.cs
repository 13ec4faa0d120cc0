using System.Collections.Immutable;

namespace HighLight.Notebooks.Packages;

/// <summary>The directives of a cell that Roslyn does not know, and the code without them.</summary>
/// <param name="Code">The code; a directive has become a comment of the same length, so lines and columns are those of the cell.</param>
/// <param name="Packages">The packages asked for, in order.</param>
/// <param name="Sources">The package sources added by <c>#i "nuget: …"</c>, in order, as written.</param>
/// <param name="Line">The 1-based line of the first package or source directive; null if there is none.</param>
/// <param name="Sections">The parts of the cell, in order; just the code if no Markdown or magic command divides it.</param>
/// <param name="IsTimed">Whether the cell asks for its wall time with <c>#!time</c>.</param>
public sealed record CellDirectives(
    string Code,
    ImmutableArray<PackageRequest> Packages,
    ImmutableArray<string> Sources,
    int? Line,
    ImmutableArray<CellSection> Sections,
    bool IsTimed);
