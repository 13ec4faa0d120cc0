using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Tables;

/// <summary>The rules every <see cref="ResultTable"/> keeps, each violation with its fix.</summary>
internal static partial class TableRules
{
    private const int CellsReportedPerColumn = 3;

    public static ImmutableArray<string> CheckColumns(IReadOnlyList<TableColumn> columns)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (columns.Count == 0)
        {
            problems.Add("it has no columns: add at least one.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (!Name().IsMatch(column.Name))
            {
                problems.Add($"column {Ordinal(i)} is named '{column.Name}': use a letter, then letters, digits and underscores, at most 64.");
            }
            else if (!names.Add(column.Name))
            {
                problems.Add($"column {Ordinal(i)} repeats the name '{column.Name}' (case does not count, as in SQL): rename one of them.");
            }

            if (column.IsNumeric && string.IsNullOrWhiteSpace(column.Unit))
            {
                problems.Add($"the numeric column '{column.Name}' has no unit: name it (pJ, cycles, mm2, …) or give '1' for a pure number.");
            }
            else if (!column.IsNumeric && column.Unit is not null)
            {
                problems.Add($"the {column.Type} column '{column.Name}' has the unit '{column.Unit}': only numeric columns have one.");
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>Lists the cells that no file could keep: NaN, infinities, text that is not Unicode.</summary>
    public static IEnumerable<string> CheckCells(DataFrameColumn column)
    {
        var count = 0;
        for (var row = 0L; row < column.Length; row++)
        {
            var problem = column[row] switch
            {
                double number when !double.IsFinite(number) => NotFinite(number),
                float number when !float.IsFinite(number) => NotFinite(number),
                string text when !IsUnicode(text) => "text with half a surrogate pair: remove it",
                _ => null,
            };
            if (problem is not null && ++count <= CellsReportedPerColumn)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"column '{column.Name}' holds in row {row} {problem}.");
            }
        }

        if (count > CellsReportedPerColumn)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"column '{column.Name}' has {count - CellsReportedPerColumn} more such cells.");
        }
    }

    private static string Ordinal(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string NotFinite(double value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value}: numbers are finite, give null where there is no value");

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
