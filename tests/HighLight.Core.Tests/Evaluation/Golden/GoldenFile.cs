using System.Globalization;

namespace HighLight.Evaluation.Golden;

/// <summary>
/// Evaluations with a given mapping, recorded bit by bit from version 0.1.0 before Hardware, Evaluation and Simulation were rebuilt. A row
/// whose numbers a mended fault has changed says which fault in its column <c>mended</c>.
/// </summary>
internal static class GoldenFile
{
    public const string Name = "given-mappings.tsv";

    private const string Areas = "areas.tsv";

    private static readonly string[] Inputs = ["design", "technology", "gemm", "convolution", "a", "b", "options", "mapping", "mended"];

    /// <summary>The lines of the file as it was built into the tests: inputs and numbers as text.</summary>
    public static IReadOnlyList<GoldenRow> Read()
    {
        var lines = Lines(Name);
        var header = lines[0];
        var rows = new List<GoldenRow>();
        foreach (var fields in lines.Skip(1))
        {
            var inputs = new GoldenCase(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
            var numbers = header.Zip(fields).Skip(Inputs.Length)
                .Select(pair => (pair.First, double.Parse(pair.Second, CultureInfo.InvariantCulture)));
            rows.Add(new GoldenRow(inputs, fields[8], [.. numbers]));
        }

        return rows;
    }

    /// <summary>Design, part and mm² as recorded; a fourth field says which fault has been mended.</summary>
    public static IReadOnlyList<(string Design, string Part, double Mm2)> ReadAreas() =>
        [.. Lines(Areas).Select(fields => (fields[0], fields[1], double.Parse(fields[2], CultureInfo.InvariantCulture)))];

    /// <summary>The text of the file with these rows.</summary>
    public static string Write(IReadOnlyList<GoldenRow> rows) => string.Concat(rows
        .Select(row => string.Join('\t', Fields(row.Case).Append(row.Mended).Concat(row.Numbers.Select(number => Text(number.Value)))))
        .Prepend(string.Join('\t', Inputs.Concat(rows[0].Numbers.Select(number => number.Name))))
        .Select(line => line + "\n"));

    /// <summary>A number as the file has it: it is read back bit by bit.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static List<string[]> Lines(string name)
    {
        using var stream = typeof(GoldenFile).Assembly.GetManifestResourceStream($"HighLight.Evaluation.Golden.{name}")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }

    private static IEnumerable<string> Fields(GoldenCase row) =>
        [row.Design, row.Technology, row.Gemm, row.Convolution, row.A, row.B, row.Options, row.Mapping];
}
