using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Experiments.Reference;

/// <summary>CSV text with a header line and the columns that are asked for; others are ignored.</summary>
internal static class ReferenceFile
{
    /// <summary>The rows; what is wrong with the text is added to <paramref name="problems"/>, and the rows are then not all there.</summary>
    public static IEnumerable<ReferenceRow> Read(string file, string text, ImmutableArray<string> expected, List<string> problems)
    {
        var errors = ImmutableArray.CreateBuilder<CsvError>();
        var records = CsvText.Read(text.TrimStart('\uFEFF'), errors);
        problems.AddRange(errors.Select(error => $"{file}, {error}"));
        ImmutableArray<string> columns = records.IsEmpty ? [] : [.. records[0].Fields.Select(name => name.Trim())];
        var missing = expected.Except(columns, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            problems.Add($"{file}, line 1: the columns {string.Join(", ", missing)} are missing. Its header must name {string.Join(", ", expected)}.");
        }

        if (errors.Count > 0 || missing.Length > 0)
        {
            yield break;
        }

        foreach (var record in records.Skip(1))
        {
            if (record.Fields.Length != columns.Length)
            {
                problems.Add(Invariant($"{file}, line {record.Line}: {record.Fields.Length} cells, but the header names {columns.Length} columns. Quote cells that hold commas."));
                continue;
            }

            yield return new(file, record.Line, columns, record.Fields, problems);
        }
    }

    /// <summary>The text of a file of <c>data/reference</c>, which the library carries.</summary>
    public static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(ReferenceFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
