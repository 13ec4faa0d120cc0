using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Technology;

/// <summary>Reads rows of a technology CSV and reports every violation at once.</summary>
internal sealed class TechnologyCsvReader
{
    /// <summary>The columns, in the order they are written; they may be read in any.</summary>
    public static readonly ImmutableArray<string> Columns =
        ["component", "width_bits", "size_bytes", "banks", "action", "energy_pJ", "area_um2", "node_nm", "tag", "source", "note"];

    // Banks and note inform; all else decides.
    private static readonly HashSet<string> Optional = new(["banks", "note"], StringComparer.Ordinal);

    private readonly CsvTable table;
    private readonly List<(TechnologyRow Row, int Line)> rows = [];
    private readonly Dictionary<ComponentKey, (double Value, int Line)> areas = [];

    private TechnologyCsvReader(string text) =>
        table = new CsvTable(text, Columns, Optional, "Every column but banks and note is needed.");

    /// <summary>The text of a file of a sane size.</summary>
    public static string LoadText(string path) =>
        CsvFile.Read(path, out var error) ?? throw new TechnologyCsvException(path, [error!]);

    /// <summary>The rows of <paramref name="text"/>.</summary>
    /// <exception cref="TechnologyCsvException">With every violation.</exception>
    public static ImmutableArray<TechnologyRow> Read(string text, string file)
    {
        var reader = new TechnologyCsvReader(text);
        foreach (var row in reader.table.Rows)
        {
            reader.ReadRecord(row);
        }

        reader.AddTableViolations();
        return reader.table.ErrorCount == 0
            ? [.. reader.rows.Select(r => r.Row)]
            : throw new TechnologyCsvException(file, reader.table.Errors);
    }

    private void ReadRecord(CsvRow record)
    {
        var before = table.ErrorCount;
        var component = Name(record, "component");
        var action = Name(record, "action");
        var width = record.Number("width_bits", 1, 1 << 20, 1, required: true);
        var size = record.Number("size_bytes", 0, 1L << 50, 0, required: false);
        var banks = record.Number("banks", 0, 1 << 20, 0, required: false);
        var energy = record.Value("energy_pJ");
        var area = record.Value("area_um2");
        var node = record.Text("node_nm").Length == 0 ? null : (int?)record.Number("node_nm", 1, 1000, 1, required: true);
        var tag = record.Choice("tag", t => t.ToString().ToLowerInvariant(), "tag", Provenance.Assumed);

        if (record.Text("source").Length == 0)
        {
            record.Error("source", "is empty.", "Every number names its source.");
        }

        if (node is null && component != Components.Dram)
        {
            record.Error("node_nm", "is empty.", "Only dram has no node; elsewhere 1..1000 nm.");
        }

        if (energy is null && area is null)
        {
            record.Error(action == Actions.Area ? "area_um2" : "energy_pJ", "is empty.", "A row gives an energy in pJ, an area in µm² (action 'area'), or both; 0 must be written.");
        }
        else if (action == Actions.Area && energy is not null)
        {
            record.Error("energy_pJ", "an area has no energy.", "Leave the field empty, or name the action.");
        }

        if (table.ErrorCount != before)
        {
            return;
        }

        var row = new TechnologyRow
        {
            Key = new(component, (int)width, size), Banks = (int)banks, Action = action, Value = energy ?? 0, NodeNm = node, Tag = tag, Source = record.Text("source"), Note = record.Text("note"),
        };
        if (energy is not null)
        {
            rows.Add((row, record.Line));
        }

        if (area is { } um2)
        {
            AddArea(record, row with { Action = Actions.Area, Value = um2 });
        }
    }

    /// <summary>Files in the wide form repeat the area on each row of a component; once is enough, as long as they agree.</summary>
    private void AddArea(CsvRow record, TechnologyRow row)
    {
        if (areas.TryAdd(row.Key, (row.Value, record.Line)))
        {
            rows.Add((row, record.Line));
        }
        else if (areas[row.Key].Value != row.Value)
        {
            record.Error("area_um2", Invariant($"{row.Value} differs from {areas[row.Key].Value} in line {areas[row.Key].Line} for the same component."), "Give one area.");
        }
    }

    private void AddTableViolations()
    {
        if (rows.Any(r => r.Row.NodeNm is not null))
        {
            foreach (var (index, column, message) in TableRules.Violations([.. rows.Select(r => r.Row)]))
            {
                table.Add(new(rows[index].Line, column, message, ""));
            }
        }
    }

    private static string Name(CsvRow record, string column)
    {
        var text = record.Text(column);
        if (!TableRules.IsName(text))
        {
            record.Error(column, Invariant($"'{text}' is no name."), "Small letters, digits and underscores, a letter first.");
        }

        return text;
    }
}
