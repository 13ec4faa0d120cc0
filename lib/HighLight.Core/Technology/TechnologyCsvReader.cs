using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HighLight.Technology;

/// <summary>Reads rows of a technology CSV and reports every violation at once.</summary>
internal sealed class TechnologyCsvReader
{
    /// <summary>The columns, in the order they are written; they may be read in any.</summary>
    public static readonly ImmutableArray<string> Columns =
        ["component", "width_bits", "size_bytes", "banks", "action", "energy_pJ", "area_um2", "node_nm", "tag", "source", "note"];

    private const long MaxBytes = 4 << 20;
    private static readonly string Tags = string.Join(", ", Enum.GetNames<Provenance>().Select(t => t.ToLowerInvariant()));

    private readonly ImmutableArray<TechnologyCsvError>.Builder errors = ImmutableArray.CreateBuilder<TechnologyCsvError>();
    private readonly List<(TechnologyRow Row, int Line)> rows = [];
    private readonly Dictionary<ComponentKey, (double Value, int Line)> areas = [];
    private Dictionary<string, int> places = new(StringComparer.Ordinal);
    private CsvRecord record = new(1, []);

    private TechnologyCsvReader()
    {
    }

    /// <summary>The text of a file of a sane size.</summary>
    public static string LoadText(string path)
    {
        using var stream = File.OpenRead(path);
        if (stream.Length > MaxBytes)
        {
            throw new TechnologyCsvException(path, [new(1, "", Invariant($"the file has {stream.Length} bytes;"), Invariant($"a technology table has {MaxBytes} at most."))]);
        }

        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            using var reader = new StreamReader(stream, strict, detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new TechnologyCsvException(path, [new(1, "", "the file is not UTF-8.", "Save it as UTF-8.")]);
        }
    }

    /// <summary>The rows of <paramref name="text"/>.</summary>
    /// <exception cref="TechnologyCsvException">With every violation.</exception>
    public static ImmutableArray<TechnologyRow> Read(string text, string file)
    {
        var reader = new TechnologyCsvReader();
        reader.ReadAll(text);
        return reader.errors.Count == 0
            ? [.. reader.rows.Select(r => r.Row)]
            : throw new TechnologyCsvException(file, [.. reader.errors.OrderBy(e => e.Line)]);
    }

    private void ReadAll(string text)
    {
        var records = CsvText.Read(text.StartsWith('\uFEFF') ? text[1..] : text, errors);
        if (records.IsEmpty)
        {
            errors.Add(new(1, "", "the text is empty.", Invariant($"Begin with the header {string.Join(',', Columns)}.")));
            return;
        }

        if (!ReadHeader(records[0]))
        {
            return;
        }

        foreach (var next in records.Skip(1).Where(r => !r.Fields[0].StartsWith('#')))
        {
            record = next;
            ReadRecord();
        }

        if (rows.Count == 0 && errors.Count == 0)
        {
            errors.Add(new(records[0].Line, "", "no row follows the header.", "A table has one row or more."));
        }

        AddTableViolations();
    }

    private bool ReadHeader(CsvRecord header)
    {
        var before = errors.Count;
        places = new(StringComparer.Ordinal);
        for (var i = 0; i < header.Fields.Length; i++)
        {
            var name = header.Fields[i].Trim();
            if (!Columns.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new(header.Line, name, "is no column.", Invariant($"Columns: {string.Join(", ", Columns)}.")));
            }
            else if (!places.TryAdd(name, i))
            {
                errors.Add(new(header.Line, name, "stands twice.", "Keep one."));
            }
        }

        // Banks and note inform; all else decides.
        foreach (var name in Columns.Where(c => c is not ("banks" or "note") && !places.ContainsKey(c)))
        {
            errors.Add(new(header.Line, name, "is missing.", "Every column but banks and note is needed."));
        }

        return errors.Count == before;
    }

    private void ReadRecord()
    {
        var before = errors.Count;
        if (record.Fields.Length > places.Count)
        {
            Error("", Invariant($"{record.Fields.Length} fields under {places.Count} columns."), "Quote fields that hold a comma.");
        }

        var component = Name("component");
        var action = Name("action");
        var width = Number("width_bits", 1, 1 << 20, 1, required: true);
        var size = Number("size_bytes", 0, 1L << 50, 0, required: false);
        var banks = Number("banks", 0, 1 << 20, 0, required: false);
        var energy = Value("energy_pJ");
        var area = Value("area_um2");
        var node = Text("node_nm").Length == 0 ? null : (int?)Number("node_nm", 1, 1000, 1, required: true);
        var tag = Tag();

        if (Text("source").Length == 0)
        {
            Error("source", "is empty.", "Every number names its source.");
        }

        if (node is null && component != Components.Dram)
        {
            Error("node_nm", "is empty.", "Only dram has no node; elsewhere 1..1000 nm.");
        }

        if (energy is null && area is null)
        {
            Error(action == Actions.Area ? "area_um2" : "energy_pJ", "is empty.", "A row gives an energy in pJ, an area in µm² (action 'area'), or both; 0 must be written.");
        }
        else if (action == Actions.Area && energy is not null)
        {
            Error("energy_pJ", "an area has no energy.", "Leave the field empty, or name the action.");
        }

        if (errors.Count != before)
        {
            return;
        }

        var row = new TechnologyRow
        {
            Key = new(component, (int)width, size), Banks = (int)banks, Action = action, Value = energy ?? 0, NodeNm = node, Tag = tag, Source = Text("source"), Note = Text("note"),
        };
        if (energy is not null)
        {
            rows.Add((row, record.Line));
        }

        if (area is { } um2)
        {
            AddArea(row with { Action = Actions.Area, Value = um2 });
        }
    }

    /// <summary>Files in the wide form repeat the area on each row of a component; once is enough, as long as they agree.</summary>
    private void AddArea(TechnologyRow row)
    {
        if (areas.TryAdd(row.Key, (row.Value, record.Line)))
        {
            rows.Add((row, record.Line));
        }
        else if (areas[row.Key].Value != row.Value)
        {
            Error("area_um2", Invariant($"{row.Value} differs from {areas[row.Key].Value} in line {areas[row.Key].Line} for the same component."), "Give one area.");
        }
    }

    private void AddTableViolations()
    {
        if (rows.Any(r => r.Row.NodeNm is not null))
        {
            foreach (var (index, column, message) in TableRules.Violations([.. rows.Select(r => r.Row)]))
            {
                errors.Add(new(rows[index].Line, column, message, ""));
            }
        }
    }

    private string Text(string column) =>
        places.TryGetValue(column, out var i) && i < record.Fields.Length ? record.Fields[i].Trim() : "";

    private Provenance Tag()
    {
        foreach (var tag in Enum.GetValues<Provenance>())
        {
            if (string.Equals(tag.ToString(), Text("tag"), StringComparison.OrdinalIgnoreCase))
            {
                return tag;
            }
        }

        Error("tag", Invariant($"'{Text("tag")}' is no tag."), Invariant($"Tags: {Tags}."));
        return Provenance.Assumed;
    }

    private string Name(string column)
    {
        var text = Text(column);
        if (!TableRules.IsName(text))
        {
            Error(column, Invariant($"'{text}' is no name."), "Small letters, digits and underscores, a letter first.");
        }

        return text;
    }

    private long Number(string column, long least, long most, long otherwise, bool required)
    {
        var text = Text(column);
        if (text.Length == 0 && !required)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Error(column, text.Length == 0 ? "is empty." : Invariant($"'{text}' is no such number."), Invariant($"A whole number {least}..{most}."));
        return otherwise;
    }

    private double? Value(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value >= 0)
        {
            return value;
        }

        Error(column, Invariant($"'{text}' is no such number."), "A finite number, 0 or more, with a decimal point.");
        return 0;
    }

    private void Error(string column, string message, string legal) => errors.Add(new(record.Line, column, message, legal));
}
