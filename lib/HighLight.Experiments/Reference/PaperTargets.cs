using System.Collections.Immutable;
using System.Globalization;
using HighLight.Experiments.Results;
using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Reference;

/// <summary>The values of the paper that experiments print beside their own. They are compared with, never computed with.</summary>
public static class PaperTargets
{
    private const string Resource = "paper-targets.csv";

    /// <summary>All rows, in the order of the file.</summary>
    public static ImmutableArray<PaperTarget> All { get; } = Load();

    /// <summary>The only row called <paramref name="id"/>.</summary>
    /// <exception cref="ArgumentException">There is no such row, or several; the message lists the ids there are.</exception>
    public static PaperTarget Find(string id)
    {
        var found = All.Where(target => target.Id == id).ToArray();
        return found.Length == 1
            ? found[0]
            : throw new ArgumentException(
                Invariant($"{Resource} has {found.Length} rows called '{id}', not one. Known: {string.Join(", ", All.Select(target => target.Id).Distinct(StringComparer.Ordinal))}."),
                nameof(id));
    }

    private static ImmutableArray<PaperTarget> Load()
    {
        using var stream = typeof(PaperTargets).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var types = Enumerable.Repeat(typeof(string), 10).ToArray();
        var frame = DataFrame.LoadCsvFromString(reader.ReadToEnd(), dataTypes: types, cultureInfo: CultureInfo.InvariantCulture);
        return [.. frame.Rows.Select(row => new PaperTarget(
            Cell(row, 0),
            Cell(row, 2),
            Cell(row, 3),
            Cell(row, 4),
            Cell(row, 5),
            double.Parse(Cell(row, 6), CultureInfo.InvariantCulture),
            Cell(row, 7),
            Enum.Parse<Confidence>(Cell(row, 8), ignoreCase: true),
            Cell(row, 9)))];
    }

    private static string Cell(DataFrameRow row, int column) => row[column] as string ?? "";
}
