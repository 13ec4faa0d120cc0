using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Sparsity;

namespace HighLight.Experiments.Reference;

/// <summary>
/// What pruned networks lose in accuracy, and for which designs and patterns each row holds. Accuracy cannot be computed here: it is read, and stands on the axis
/// of a figure; no model takes it as an input.
/// </summary>
public sealed class AccuracyTable
{
    private const string RowsFile = "accuracy.csv";
    private const string PairsFile = "accuracy-pairing.csv";
    private const string Unstructured = "unstructured";

    private static readonly ImmutableArray<string> RowColumns =
    [
        "id", "network", "dataset", "metric", "method", "training", "kind", "pattern", "sparsity", "dense", "dense_confidence", "value", "loss", "confidence",
        "source", "note", "not_paired",
    ];

    private static readonly ImmutableArray<string> PairColumns = ["design", "network", "pattern", "accuracy", "weights", "why"];

    private AccuracyTable(ImmutableArray<AccuracyRow> rows, ImmutableArray<AccuracyPair> pairs)
    {
        Rows = rows;
        Pairs = pairs;
    }

    /// <summary>The table of <c>data/reference</c>.</summary>
    public static AccuracyTable Default { get; } = Parse(ReferenceFile.Embedded(RowsFile), ReferenceFile.Embedded(PairsFile));

    /// <summary>All rows, in the order of the file.</summary>
    public ImmutableArray<AccuracyRow> Rows { get; }

    /// <summary>Which design and pattern each row holds for, in the order of the file.</summary>
    public ImmutableArray<AccuracyPair> Pairs { get; }

    /// <summary>The row called <paramref name="id"/>.</summary>
    /// <exception cref="ArgumentException">There is no such row; the message lists the ids there are.</exception>
    public AccuracyRow Find(string id) => Rows.FirstOrDefault(row => row.Id == id)
        ?? throw new ArgumentException($"{RowsFile} has no row called '{id}'. Known: {string.Join(", ", Rows.Select(row => row.Id))}.", nameof(id));

    /// <summary>The pairs of a network.</summary>
    public ImmutableArray<AccuracyPair> PairsOf(string network) => [.. Pairs.Where(pair => pair.Row.Network == network)];

    /// <summary>Reads a table from CSV, for example the shipped one with rows of one's own.</summary>
    /// <param name="rows">Text of the columns of <c>data/reference/accuracy.csv</c>, which <c>data/reference/README.md</c> explains.</param>
    /// <param name="pairs">Text of the columns of <c>data/reference/accuracy-pairing.csv</c>.</param>
    /// <exception cref="AccuracyTableException">A text breaks a rule; every violation is listed with line and column.</exception>
    public static AccuracyTable Parse(string rows, string pairs)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(pairs);
        var problems = new List<string>();
        var known = new Dictionary<string, AccuracyRow>(StringComparer.Ordinal);
        var ordered = ImmutableArray.CreateBuilder<AccuracyRow>();
        foreach (var csv in ReferenceFile.Read(RowsFile, rows, RowColumns, problems))
        {
            var row = Row(csv);
            ordered.Add(row);
            if (!known.TryAdd(row.Id, row))
            {
                csv.Report("id", $"is '{row.Id}' a second time: name each row once.");
            }
        }

        ThrowIfAny(RowsFile, problems);
        var paired = ImmutableArray.CreateBuilder<AccuracyPair>();
        foreach (var csv in ReferenceFile.Read(PairsFile, pairs, PairColumns, problems))
        {
            if (Pair(csv, known) is { } pair)
            {
                paired.Add(pair);
            }
        }

        ThrowIfAny(PairsFile, problems);
        return new(ordered.ToImmutable(), paired.ToImmutable());
    }

    private static AccuracyRow Row(ReferenceRow csv)
    {
        var (dense, pruned, loss) = (csv.Number("dense"), csv.Number("value"), csv.Number("loss"));
        var denseConfidence = csv.Name<Confidence>("dense_confidence");
        if ((dense is null) != (pruned is null) || (dense is null) == (loss is null))
        {
            csv.Report("loss", "give either dense and value, or loss alone.");
        }

        if ((dense is null) != (denseConfidence is null))
        {
            csv.Report("dense_confidence", "give it where dense is given, and only there.");
        }

        csv.Required("training");
        csv.Required("confidence");
        return new()
        {
            Id = csv.Required("id"),
            Network = csv.Required("network"),
            Dataset = csv.Required("dataset"),
            Metric = csv.Required("metric"),
            Method = csv.Required("method"),
            Training = csv.Name<TrainingLength>("training") ?? TrainingLength.Usual,
            Kind = csv.Required("kind"),
            Pattern = csv.Required("pattern"),
            Sparsity = csv.Number("sparsity", 0, 1),
            Dense = dense,
            DenseConfidence = denseConfidence,
            Pruned = pruned,
            Loss = loss ?? Points(dense, pruned),
            Confidence = csv.Name<Confidence>("confidence") ?? Confidence.Recalled,
            Source = csv.Required("source"),
            Note = csv.Text("note"),
            NotPaired = csv.Text("not_paired"),
        };
    }

    /// <summary>The difference of two values that are given to hundredths: without the noise of their binary form.</summary>
    private static double Points(double? dense, double? pruned) => Math.Round((dense ?? 0) - (pruned ?? 0), 6);

    private static AccuracyPair? Pair(ReferenceRow csv, Dictionary<string, AccuracyRow> rows)
    {
        var (design, network, pattern, id) = (csv.Required("design"), csv.Required("network"), csv.Required("pattern"), csv.Required("accuracy"));
        if (!rows.TryGetValue(id, out var row))
        {
            csv.Report("accuracy", $"is '{id}', which {RowsFile} does not have.");
            return null;
        }

        if (row.Network != network)
        {
            csv.Report("network", $"is '{network}', but '{id}' is of {row.Network}.");
        }

        if (row.NotPaired.Length > 0)
        {
            csv.Report("accuracy", $"is '{id}', which {RowsFile} says not to pair: {row.NotPaired}.");
        }

        HssPattern? parsed = null;
        if (pattern == Unstructured ? row.Sparsity is null : !HssPattern.TryParse(pattern, out parsed))
        {
            csv.Report("pattern", pattern == Unstructured ? $"is {Unstructured}, but '{id}' states no sparsity." : $"is '{pattern}': give {Unstructured} or a pattern such as C1(4:5)->C0(2:4).");
            return null;
        }

        var origin = csv.Name<WeightsOrigin>("weights");
        csv.Required("weights");
        return new(design, parsed, row, origin ?? WeightsOrigin.Own, csv.Required("why"));
    }

    private static void ThrowIfAny(string file, List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new AccuracyTableException(file, [.. problems]);
        }
    }
}
