using System.Collections.Immutable;

namespace HighLight.Technology;

/// <summary>What holds between and within the rows of any technology table.</summary>
internal static class TableRules
{
    /// <summary>Bounds the grid that the trend is interpolated in.</summary>
    private const int MaxTrendRows = 1024;

    /// <summary>Every violation with the index of its row.</summary>
    public static ImmutableArray<(int Row, string Column, string Message)> Violations(ImmutableArray<TechnologyRow> rows)
    {
        var errors = ImmutableArray.CreateBuilder<(int, string, string)>();
        var seen = new HashSet<(ComponentKey, string)>();
        int? node = null;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (row is null)
            {
                errors.Add((i, "", Invariant($"Row {i} is null.")));
                continue;
            }

            void Add(string column, string message) => errors.Add((i, column, Invariant($"{row.Key}, {row.Action}: {message}")));
            if (!IsName(row.Key.Component))
            {
                Add("component", "the name of a component is small letters, digits and underscores, a letter first.");
            }

            if (!IsName(row.Action))
            {
                Add("action", "the name of an action is small letters, digits and underscores, a letter first.");
            }

            if (row.Key.WidthBits < 1 || row.Key.SizeBytes < 0 || row.Banks < 0)
            {
                Add("", "the width is 1 bit or more, size and banks are 0 or more.");
            }

            if (!double.IsFinite(row.Value) || row.Value < 0)
            {
                Add(row.IsArea ? "area_um2" : "energy_pJ", Invariant($"{row.Value} is no energy or area: a finite number, 0 or more."));
            }

            if (string.IsNullOrWhiteSpace(row.Source))
            {
                Add("source", "every number names its source.");
            }

            if (!Enum.IsDefined(row.Tag))
            {
                Add("tag", Invariant($"{(int)row.Tag} is no tag."));
            }

            if (!seen.Add((row.Key, row.Action)))
            {
                Add("", "given twice; keep one row.");
            }

            if (row.NodeNm is null)
            {
                if (!string.Equals(row.Key.Component, Components.Dram, StringComparison.Ordinal))
                {
                    Add("node_nm", "only dram has no node.");
                }
            }
            else if (row.NodeNm is < 1 or > 1000)
            {
                Add("node_nm", Invariant($"{row.NodeNm} nm is no node: 1..1000."));
            }
            else if (row.NodeNm != (node ??= row.NodeNm))
            {
                Add("node_nm", Invariant($"{row.NodeNm} nm in a table of {node} nm: a table holds one node."));
            }
        }

        foreach (var trend in rows.Select((row, i) => (row, i)).Where(r => r.row?.Key.Component == Components.Sram).GroupBy(r => r.row.Action, StringComparer.Ordinal))
        {
            if (trend.Skip(MaxTrendRows).FirstOrDefault() is { row: not null } beyond)
            {
                errors.Add((beyond.i, "component", Invariant($"more than {MaxTrendRows} '{Components.Sram}' rows for '{trend.Key}': the trend needs no more.")));
            }
        }

        if (node is null)
        {
            errors.Add((0, "node_nm", "No row has a node, so the table has none."));
        }

        return errors.ToImmutable();
    }

    public static bool IsName(string? text) =>
        !string.IsNullOrEmpty(text) && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
