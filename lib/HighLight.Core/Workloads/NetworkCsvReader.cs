using System.Collections.Immutable;
using HighLight.Csv;
using Columns = HighLight.Workloads.LayerColumns;

namespace HighLight.Workloads;

/// <summary>Reads a layer table and reports every violation at once.</summary>
internal sealed class NetworkCsvReader
{
    private const int MaxLayers = 10_000;
    private const string NotGiven = "not given: taken as dense";

    private static readonly HashSet<string> Optional = new(Columns.All.Where(column => column is not (Columns.Name or Columns.Kind)), StringComparer.Ordinal);

    private readonly CsvTable table;
    private readonly List<(Layer Layer, CsvRow Row)> layers = [];

    private NetworkCsvReader(string text) => table = new CsvTable(text, Columns.All, Optional, "Every table has name and kind.");

    /// <summary>The layers of <paramref name="text"/>.</summary>
    /// <exception cref="NetworkCsvException">With every violation.</exception>
    public static ImmutableArray<Layer> Read(string text, string file)
    {
        var reader = new NetworkCsvReader(text);
        reader.ReadRows();
        return reader.table.ErrorCount == 0 ? [.. reader.layers.Select(read => read.Layer)] : throw new NetworkCsvException(file, reader.table.Errors);
    }

    private static int Whole(CsvRow row, string column, int least, int otherwise, bool required = false) =>
        (int)row.Number(column, least, int.MaxValue, otherwise, required);

    private static ActivationDensity? Density(CsvRow row, string tensor)
    {
        var value = row.Value(Columns.Density(tensor), 1);
        if (value is null)
        {
            foreach (var column in ((string[])[Columns.Tag(tensor), Columns.Source(tensor)]).Where(row.Has))
            {
                row.Error(column, Invariant($"there is no {Columns.Density(tensor)} it could be about."), "Give the density, or leave the field empty.");
            }

            return null;
        }

        var tag = row.Choice(Columns.Tag(tensor), Columns.NameOf, "tag", Provenance.Assumed);
        var source = row.Text(Columns.Source(tensor));
        if (source.Length == 0)
        {
            row.Error(Columns.Source(tensor), "is empty.", "Every density names its source; one of your own: \"my measurement\".");
            return null;
        }

        return new ActivationDensity(value.Value, tag, source);
    }

    private static Convolution Convolution(CsvRow row)
    {
        var height = Whole(row, Columns.InputHeight, 1, 1, required: true);
        var kernel = Whole(row, Columns.KernelHeight, 1, 1, required: true);
        var stride = Whole(row, Columns.StrideHeight, 1, 1);
        var dilation = Whole(row, Columns.DilationHeight, 1, 1);
        var top = Whole(row, Columns.PadTop, 0, 0);
        var left = Whole(row, Columns.PadLeft, 0, top);
        return new Convolution
        {
            Batch = Whole(row, Columns.Batch, 1, 1),
            InputChannels = Whole(row, Columns.InputChannels, 1, 1, required: true),
            InputHeight = height,
            InputWidth = Whole(row, Columns.InputWidth, 1, height),
            OutputChannels = Whole(row, Columns.OutputChannels, 1, 1, required: true),
            KernelHeight = kernel,
            KernelWidth = Whole(row, Columns.KernelWidth, 1, kernel),
            StrideHeight = stride,
            StrideWidth = Whole(row, Columns.StrideWidth, 1, stride),
            DilationHeight = dilation,
            DilationWidth = Whole(row, Columns.DilationWidth, 1, dilation),
            PadTop = top,
            PadBottom = Whole(row, Columns.PadBottom, 0, top),
            PadLeft = left,
            PadRight = Whole(row, Columns.PadRight, 0, left),
            Groups = Whole(row, Columns.Groups, 1, 1),
        };
    }

    private void ReadRows()
    {
        if (table.Rows.Length > MaxLayers)
        {
            table.Rows[MaxLayers].Error("", Invariant($"the table has {table.Rows.Length} rows."), Invariant($"A network has {MaxLayers} layers at most; equal ones are one row with a count."));
            return;
        }

        foreach (var row in table.Rows)
        {
            var before = table.ErrorCount;
            var layer = ReadLayer(row);
            if (table.ErrorCount == before)
            {
                layers.Add((layer, row));
            }
        }

        // A row that could not be read is missing here: what others say of it would be reported as wrong.
        if (table.ErrorCount == 0)
        {
            foreach (var (index, column, message, legal) in NetworkRules.Violations([.. layers.Select(read => read.Layer)]))
            {
                layers[index].Row.Error(column, message, legal);
            }
        }
    }

    private Layer ReadLayer(CsvRow row)
    {
        if (!NetworkRules.IsName(row.Text(Columns.Name)))
        {
            row.Error(Columns.Name, row.Has(Columns.Name) ? NetworkRules.NoName : "is empty.", NetworkRules.LegalName);
        }

        var kind = row.Choice(Columns.Kind, Columns.NameOf, "kind", LayerKind.Gemm);
        var role = row.Has(Columns.Role) ? row.Choice(Columns.Role, Columns.NameOf, "role", LayerRole.Hidden) : LayerRole.Hidden;
        var (gemm, convolution) = kind == LayerKind.Conv ? ReadConvolution(row) : (ReadGemm(row), null);
        return new Layer
        {
            Name = row.Text(Columns.Name),
            Role = role,
            InputFrom = row.Has(Columns.InputFrom) ? row.Text(Columns.InputFrom) : null,
            Gemm = gemm,
            Convolution = convolution,
            Count = Whole(row, Columns.Count, 1, convolution?.Groups ?? 1),
            Input = Density(row, Columns.Tensors[0]) ?? new(1, Provenance.Assumed, NotGiven),
            Output = Density(row, Columns.Tensors[1]) ?? new(1, Provenance.Assumed, NotGiven),
            Shortcut = Density(row, Columns.Tensors[2]),
        };
    }

    private static Gemm ReadGemm(CsvRow row)
    {
        foreach (var column in Columns.Geometry.Where(row.Has))
        {
            row.Error(column, Invariant($"'{row.Text(column)}' is the geometry of a convolution, and this row is a gemm."), "Leave the field empty, or write the kind conv.");
        }

        return new(Whole(row, Columns.M, 1, 1, required: true), Whole(row, Columns.K, 1, 1, required: true), Whole(row, Columns.N, 1, 1, required: true));
    }

    private (Gemm Gemm, Convolution? Convolution) ReadConvolution(CsvRow row)
    {
        var before = table.ErrorCount;
        var convolution = Convolution(row);
        if (table.ErrorCount != before)
        {
            return (new(1, 1, 1), null);
        }

        var problems = convolution.Problems();
        foreach (var problem in problems)
        {
            row.Error("", problem, "");
        }

        if (problems.Count > 0)
        {
            return (new(1, 1, 1), null);
        }

        var gemm = convolution.GroupGemm();
        return (new(Whole(row, Columns.M, 1, gemm.M), Whole(row, Columns.K, 1, gemm.K), Whole(row, Columns.N, 1, gemm.N)), convolution);
    }
}
