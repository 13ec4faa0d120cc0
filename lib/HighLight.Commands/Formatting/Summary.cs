using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>The comparison with the paper, over all experiments.</summary>
/// <param name="Rows">By file name in ordinal order, then in the order of each file.</param>
/// <param name="Problems">What could not be read: file, place and reason, a line each.</param>
internal sealed record Summary(ImmutableArray<SummaryRow> Rows, ImmutableArray<string> Problems)
{
    /// <summary>A comparison with nothing in it.</summary>
    public static Summary Empty { get; } = new([], []);
}
