using System.Collections.Immutable;

namespace HighLight.Csv;

/// <summary>A CSV text with a header of known columns, which may stand in any order. Gathers what is wrong instead of stopping at the first.</summary>
internal sealed class CsvTable
{
    /// <summary>A header with more is no header; a line of commas would otherwise fill the memory with errors.</summary>
    private const int MaxHeaderErrors = 100;

    private readonly ImmutableArray<CsvError>.Builder errors = ImmutableArray.CreateBuilder<CsvError>();
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Reads the header.</summary>
    /// <param name="text">The text; lines that begin with # are comments.</param>
    /// <param name="columns">The columns it may have.</param>
    /// <param name="optional">Those that may be missing.</param>
    /// <param name="needed">The sentence that says which are needed.</param>
    public CsvTable(string text, ImmutableArray<string> columns, IReadOnlySet<string> optional, string needed)
    {
        var records = CsvText.Read(text.StartsWith('\uFEFF') ? text[1..] : text, errors);
        if (records.IsEmpty)
        {
            errors.Add(new(1, "", "the text is empty.", Invariant($"Begin with the header {string.Join(',', columns)}.")));
            return;
        }

        if (!ReadHeader(records[0], columns, optional, needed))
        {
            return;
        }

        Rows = [.. records.Skip(1).Select(record => new CsvRow(this, record))];
        foreach (var row in Rows.Where(row => row.Width > places.Count))
        {
            row.Error("", Invariant($"{row.Width} fields under {places.Count} columns."), "Quote fields that hold a comma.");
        }

        if (Rows.IsEmpty && errors.Count == 0)
        {
            errors.Add(new(records[0].Line, "", "no row follows the header.", "A table has one row or more."));
        }
    }

    /// <summary>The rows; none when the header is wrong.</summary>
    public ImmutableArray<CsvRow> Rows { get; } = [];

    /// <summary>How much is wrong so far.</summary>
    public int ErrorCount => errors.Count;

    /// <summary>What is wrong so far, in the order of the lines.</summary>
    public ImmutableArray<CsvError> Errors => [.. errors.OrderBy(error => error.Line)];

    /// <summary>Adds what a reader found wrong.</summary>
    public void Add(CsvError error) => errors.Add(error);

    /// <summary>Where a column stands in a record; null when the text has no such column.</summary>
    public int? PlaceOf(string column) => places.TryGetValue(column, out var place) ? place : null;

    private bool ReadHeader(CsvRecord header, ImmutableArray<string> columns, IReadOnlySet<string> optional, string needed)
    {
        var before = errors.Count;
        var known = Invariant($"Columns: {string.Join(", ", columns)}.");
        for (var i = 0; i < header.Fields.Length && errors.Count - before < MaxHeaderErrors; i++)
        {
            var name = header.Fields[i].Trim();
            if (!columns.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new(header.Line, name, "is no column.", known));
            }
            else if (!places.TryAdd(name, i))
            {
                errors.Add(new(header.Line, name, "stands twice.", "Keep one."));
            }
        }

        foreach (var name in columns.Where(column => !optional.Contains(column) && !places.ContainsKey(column)))
        {
            errors.Add(new(header.Line, name, "is missing.", needed));
        }

        return errors.Count == before;
    }
}
