using System.Collections.Immutable;

namespace HighLight.Csv;

/// <summary>One record of a CSV text.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Fields">Its fields, quotes removed.</param>
internal sealed record CsvRecord(int Line, ImmutableArray<string> Fields);
