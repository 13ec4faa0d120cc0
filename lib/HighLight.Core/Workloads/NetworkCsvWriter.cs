using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HighLight.Csv;
using Columns = HighLight.Workloads.LayerColumns;

namespace HighLight.Workloads;

/// <summary>Writes layers in the columns of <see cref="NetworkCsvReader"/>; what is as the reader takes it anyway stays empty.</summary>
internal static class NetworkCsvWriter
{
    public static string Write(ImmutableArray<Layer> layers)
    {
        var rows = layers.Select(layer => Fields(layer).ToDictionary(StringComparer.Ordinal)).ToArray();
        var columns = Columns.All.Where(column => column is Columns.Name or Columns.Kind || rows.Any(row => row.ContainsKey(column))).ToArray();
        var text = new StringBuilder();
        text.AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Select(column => CsvText.Quote(row.GetValueOrDefault(column, "")))).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(Layer layer)
    {
        yield return new(Columns.Name, layer.Name);
        yield return new(Columns.Kind, Columns.NameOf(layer.Convolution is null ? LayerKind.Gemm : LayerKind.Conv));
        yield return new(Columns.Role, Columns.NameOf(layer.Role));
        if (layer.InputFrom is { } writer)
        {
            yield return new(Columns.InputFrom, writer);
        }

        var numbers = (ReadOnlySpan<(string, int)>)[(Columns.M, layer.Gemm.M), (Columns.K, layer.Gemm.K), (Columns.N, layer.Gemm.N), (Columns.Count, layer.Count)];
        foreach (var (column, number) in (IEnumerable<(string, int)>)[.. numbers, .. layer.Convolution is { } convolution ? Geometry(convolution) : []])
        {
            yield return new(column, number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (tensor, density) in Columns.Tensors.Zip((ActivationDensity?[])[layer.Input, layer.Output, layer.Shortcut]))
        {
            if (density is not null)
            {
                yield return new(Columns.Density(tensor), density.Value.ToString("R", CultureInfo.InvariantCulture));
                yield return new(Columns.Tag(tensor), Columns.NameOf(density.Provenance));
                yield return new(Columns.Source(tensor), density.Source);
            }
        }
    }

    private static IEnumerable<(string Column, int Number)> Geometry(Convolution conv) => new (string Column, int Number, int? Otherwise)[]
    {
        (Columns.Batch, conv.Batch, 1),
        (Columns.InputChannels, conv.InputChannels, null),
        (Columns.InputHeight, conv.InputHeight, null),
        (Columns.InputWidth, conv.InputWidth, conv.InputHeight),
        (Columns.OutputChannels, conv.OutputChannels, null),
        (Columns.KernelHeight, conv.KernelHeight, null),
        (Columns.KernelWidth, conv.KernelWidth, conv.KernelHeight),
        (Columns.StrideHeight, conv.StrideHeight, 1),
        (Columns.StrideWidth, conv.StrideWidth, conv.StrideHeight),
        (Columns.PadTop, conv.PadTop, 0),
        (Columns.PadBottom, conv.PadBottom, conv.PadTop),
        (Columns.PadLeft, conv.PadLeft, conv.PadTop),
        (Columns.PadRight, conv.PadRight, conv.PadLeft),
        (Columns.DilationHeight, conv.DilationHeight, 1),
        (Columns.DilationWidth, conv.DilationWidth, conv.DilationHeight),
        (Columns.Groups, conv.Groups, 1),
    }.Where(field => field.Number != field.Otherwise).Select(field => (field.Column, field.Number));
}
