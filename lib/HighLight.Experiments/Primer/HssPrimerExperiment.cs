using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;
using HighLight.Fibertrees;
using HighLight.Formats;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Experiments.Primer;

/// <summary>
/// Hierarchical structured sparsity from the ground up: a fibertree, the specifications of the field, pruning 3:4→2:4 step by step, and what
/// the pruned weights take in every format.
/// </summary>
public static class HssPrimerExperiment
{
    /// <summary>Filters, channels and taps of the example: 8 filters of 16 channels and 2×2 taps, so that groups of 3:4→2:4 fill a channel exactly.</summary>
    private const int Filters = 8;
    private const int Channels = 16;
    private const int Taps = 2;

    private static readonly HssPattern ThreeOfFour = HssPattern.Parse("C1(3:4)→C0(2:4)");

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(1, "hss-primer", "Hierarchical structured sparsity: fibertrees, specifications, formats");

    /// <summary>Runs the primer.</summary>
    /// <param name="seed">Chooses the example filters; equal seeds give equal results.</param>
    public static HssPrimerResult Run(int seed = 2023)
    {
        var row = Fibertree.FromTensor(PrimerTensors.Row);
        var steps = row.PruneSteps(SparsitySpecification.Parse(ThreeOfFour.ToString()));
        var filters = Fibertree.FromTensor(PrimerTensors.Filters(Filters, Channels, Taps, seed));
        var rows = NamedSpecification.All.SelectMany(specification => Encode(filters, specification)).ToImmutableArray();
        return new(FormatTable(rows), row, steps, SpecificationTable(rows), RowFormatTable(steps[^1].After), Draw(rows), Compare(row, steps));
    }

    private static IEnumerable<FormatRow> Encode(Fibertree filters, NamedSpecification specification)
    {
        var all = Matrix(filters);
        var pruned = Matrix(filters.Prune(specification.Specification, TailPolicy.Reject, [.. specification.Densities]));
        var quality = PruningQuality.Measure(all, Mask.FromNonzeros(pruned));
        var weights = Matrix<sbyte>.Create(pruned.Rows, pruned.Columns, (r, c) => (sbyte)pruned[r, c]);
        var nonzeros = Mask.FromNonzeros(weights).Count;
        foreach (var (format, size) in FormatComparison.Of(weights, FormatsFor(specification, weights)).Rows)
        {
            yield return new(specification, format, size, weights.Values.Length, nonzeros, quality.KeptL2Share);
        }
    }

    /// <summary>Every format; HSS only where the specification is an HSS pattern along input channels.</summary>
    private static IEnumerable<SparseFormat> FormatsFor(NamedSpecification specification, Matrix<sbyte> weights)
    {
        var isPattern = HssPattern.TryParse(specification.Specification.ToString(), out var pattern) && specification.Specification.Ranks[^1].Name.Dimensions == "C";
        var layout = new HssLayout(isPattern ? pattern! : HssPattern.Dense, weights.Columns, Channels, TailPolicy.Reject);
        return FormatComparison.Formats(layout).Where(format => isPattern || format is not HssFormat);
    }

    private static Matrix<float> Matrix(Fibertree tree) => tree.WithOriginalRanks().ToTensor().ToMatrix(["K"], ["R", "S", "C"]);

    private static ResultTable FormatTable(ImmutableArray<FormatRow> rows) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("structure", r => r.Specification.Name)
        .Text("specification", r => r.Specification.Specification.ToString())
        .Text("format", r => r.Format.Name)
        .Integer("weights", "1", r => (long?)r.Weights, "8-bit weights of the example: 8 filters of 16 channels and 2x2 taps.")
        .Integer("nonzeros", "1", r => (long?)r.Nonzeros)
        .Number("density", "1", r => (double?)r.Density.ToDouble(), "Nonzeros over weights.")
        .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share, "L2 norm of what is kept over that of all.")
        .Integer("data_bits", "bit", r => (long?)r.Size.DataBits)
        .Integer("metadata_bits", "bit", r => (long?)r.Size.MetadataBits)
        .Integer("total_bits", "bit", r => (long?)r.Size.TotalBits)
        .Number("bits_per_weight", "bit", r => (double?)r.BitsPerWeight, "Total over all weights, zeros included; 8 uncompressed."))
        .WithShownRows(rows.Length);

    private static ResultTable SpecificationTable(IEnumerable<FormatRow> rows) => ResultTable.From(
        "specifications",
        rows.DistinctBy(r => r.Specification.Name, StringComparer.Ordinal),
        columns => columns
            .Text("structure", r => r.Specification.Name)
            .Text("specification", r => r.Specification.Specification.ToString())
            .Text("density_by_rule", r => r.Specification.Specification.Density is { } density ? Invariant($"{density}") : "not fixed")
            .Text("density_here", r => Invariant($"{r.Density}"))
            .Number("kept_l2_share", "1", r => (double?)r.KeptL2Share)
            .Text("meaning", r => r.Specification.Meaning));

    private static ResultTable RowFormatTable(Fibertree pruned)
    {
        var values = pruned.WithOriginalRanks().ToTensor();
        var row = Matrix<sbyte>.Create(1, values.Count, (_, c) => (sbyte)values[c]);
        var streams = FormatComparison.Formats(new HssLayout(ThreeOfFour, values.Count))
            .Select(format => format.Encode(row))
            .SelectMany(encoded => encoded.Streams.Select(stream => (encoded.Format, stream.Size)));
        return ResultTable.From("formats of the pruned row", streams, columns => columns
            .Text("format", s => s.Format.ToString())
            .Text("stream", s => s.Size.Name)
            .Text("role", s => s.Size.Role == StreamRole.Data ? "data" : "metadata")
            .Integer("items", "1", s => (long?)s.Size.Count)
            .Integer("bits_an_item", "bit", s => (int?)s.Size.ItemBits)
            .Integer("bits", "bit", s => (long?)s.Size.Bits));
    }

    private static Figure Draw(ImmutableArray<FormatRow> rows)
    {
        var panels = rows.GroupBy(r => r.Specification).Select(group => new Panel(
            Axis.Linear("bits a weight") with { Range = (0, 14) },
            Axis.Category("", [.. group.Select(r => r.Format.Name)]),
            Bars.Of(
                group.SelectMany(r => new[] { (Row: r, Part: "data", Bits: r.Size.DataBits), (Row: r, Part: "metadata", Bits: r.Size.MetadataBits) }),
                bar => (double)bar.Bits / bar.Row.Weights,
                bar => bar.Row.Format.Name,
                bar => bar.Part,
                hover: bar => Invariant($"{bar.Row.Format.Name}: {bar.Bits} bits of {bar.Part}")) with { Mode = BarMode.Stacked })
        {
            Title = Invariant($"{group.Key.Name}, density {group.First().Density}"),
        });
        return Figure.Grid("What 8-bit weights take in each format", 3, [.. panels])
            .WithSubtitle("8 filters × 16 channels × 2×2 taps; 8 bits a weight uncompressed; HSS only fits patterns along channels")
            .WithSize(960, 640);
    }

    private static ImmutableArray<PaperComparison> Compare(Fibertree row, ImmutableArray<PruneStep> steps) =>
    [
        PaperComparison.Without("density of the 3:4→2:4 row", "1", steps[^1].After.Density.ToDouble(), Invariant($"{steps[^1].After.LeafCount} of {row.LeafCount} values kept; 3/4 · 2/4 = {ThreeOfFour.Density}")),
    ];
}
