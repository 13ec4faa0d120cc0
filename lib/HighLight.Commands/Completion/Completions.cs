using System.Collections.Immutable;

namespace HighLight.Commands.Completion;

/// <summary>What can stand at a place of a command line.</summary>
/// <param name="Start">Where the word begins that a value replaces, up to the cursor.</param>
/// <param name="Values">Whole words, not quoted, in the order they are best shown. A folder ends with a slash.</param>
internal sealed record Completions(int Start, ImmutableArray<string> Values);
