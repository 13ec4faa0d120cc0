using System.Collections.Immutable;
using HighLight.Experiments.Breakdown;

namespace HighLight.Experiments.Sensitivity;

/// <summary>How far the ratio of EDPs moves on one cell against one rival, one parameter at a time.</summary>
internal sealed record SensitivityRange(OperandCell Cell, string Rival, double Default, SensitivityRow Lowest, SensitivityRow Highest)
{
    public static ImmutableArray<SensitivityRange> Of(IEnumerable<SensitivityRow> rows) =>
    [
        .. rows.GroupBy(row => (row.Rival, row.Cell)).Select(group => new SensitivityRange(
            group.Key.Cell, group.Key.Rival, group.First().DefaultRatio, group.MinBy(row => row.EdpRatio)!, group.MaxBy(row => row.EdpRatio)!)),
    ];
}
