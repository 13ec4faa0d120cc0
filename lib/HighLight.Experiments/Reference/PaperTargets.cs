using System.Collections.Immutable;
using HighLight.Experiments.Results;

namespace HighLight.Experiments.Reference;

/// <summary>The values of the paper that experiments print beside their own. They are compared with, never computed with.</summary>
public static class PaperTargets
{
    private const string Resource = "paper-targets.csv";

    private static readonly ImmutableArray<string> Columns = ["id", "network", "design", "pattern", "quantity", "value", "unit", "confidence", "source"];

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
        var problems = new List<string>();
        ImmutableArray<PaperTarget> targets =
        [
            .. ReferenceFile.Read(Resource, ReferenceFile.Embedded(Resource), Columns, problems).Select(row => new PaperTarget(
                row.Required("id"),
                row.Text("network"),
                row.Text("design"),
                row.Text("pattern"),
                row.Text("quantity"),
                row.Number("value") ?? 0,
                row.Text("unit"),
                row.Name<Confidence>("confidence") ?? Confidence.Recalled,
                row.Text("source"))),
        ];
        return problems.Count == 0 ? targets : throw new InvalidDataException(string.Join('\n', problems));
    }
}
