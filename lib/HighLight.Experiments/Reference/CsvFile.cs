using System.Collections.Immutable;
using Microsoft.VisualBasic.FileIO;

namespace HighLight.Experiments.Reference;

/// <summary>Reads CSV text with a header line and the columns that are asked for; others are ignored.</summary>
internal static class CsvFile
{
    /// <summary>The rows; what is wrong with the text is added to <paramref name="problems"/>, and the rows are then not all there.</summary>
    public static IEnumerable<CsvRow> Read(string file, string text, ImmutableArray<string> expected, List<string> problems)
    {
        using var reader = new StringReader(text);
        using var parser = new TextFieldParser(reader) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        var columns = (Fields(file, parser, problems) ?? []).ToImmutableArray();
        var missing = expected.Except(columns, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            problems.Add($"{file}, line 1: the columns {string.Join(", ", missing)} are missing. Its header must name {string.Join(", ", expected)}.");
            yield break;
        }

        while (!parser.EndOfData)
        {
            var line = parser.LineNumber;
            if (Fields(file, parser, problems) is not { } cells)
            {
                continue;
            }

            if (cells.Length != columns.Length)
            {
                problems.Add(Invariant($"{file}, line {line}: {cells.Length} cells, but the header names {columns.Length} columns. Quote cells that hold commas."));
                continue;
            }

            yield return new(file, line, columns, cells, problems);
        }
    }

    private static string[]? Fields(string file, TextFieldParser parser, List<string> problems)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException)
        {
            problems.Add(Invariant($"{file}, line {parser.ErrorLineNumber}: a quoted cell is not closed, or goes on after its closing quote."));
            return null;
        }
    }
}
