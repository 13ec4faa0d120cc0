using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>What came of running a cell.</summary>
/// <param name="Outputs">What the cell showed, in order; the last one is the error if it failed.</param>
/// <param name="Error">Why it failed; null if it did not.</param>
public sealed record CellRun(ImmutableArray<CellOutput> Outputs, CellError? Error);
