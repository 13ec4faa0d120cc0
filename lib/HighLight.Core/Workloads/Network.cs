using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Workloads;

/// <summary>A network: its layers in the order they run.</summary>
public sealed record Network
{
    /// <summary>The short name, for example <c>resnet50</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in figures, for example <c>ResNet-50 v1.5</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Where the layers are from.</summary>
    public required string Source { get; init; }

    /// <summary>The layers that are evaluated, in the order they run.</summary>
    public required ImmutableArray<Layer> Layers { get; init; }

    /// <summary>Multiply-accumulates of all layers.</summary>
    public long Macs => Layers.Aggregate(0L, (sum, layer) => checked(sum + layer.Macs));

    /// <summary>Weights of all layers.</summary>
    public long Weights => Layers.Aggregate(0L, (sum, layer) => checked(sum + layer.Weights));

    /// <summary>Reads a network from a layer table; its name is the file's, without its extension. The columns are those of data/workloads/README.md.</summary>
    /// <exception cref="NetworkCsvException">The content is no layer table; every violation with line, column and legal values.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Network FromCsv(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var text = CsvFile.Read(path, out var error) ?? throw new NetworkCsvException(path, [error!]);
        return Read(text, Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Reads a network from the text of a layer table.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="name">What the network is called, also in errors.</param>
    /// <exception cref="NetworkCsvException">The text is no layer table; every violation with line, column and legal values.</exception>
    public static Network Parse(string csv, string name)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Read(csv, name, name);
    }

    /// <summary>The layers as a table that <see cref="FromCsv"/> reads back to the same layers where they have no <see cref="Problems"/>. Columns that no layer needs are left out.</summary>
    public string ToCsv() => NetworkCsvWriter.Write(Layers);

    /// <summary>Writes <see cref="ToCsv"/> as UTF-8, under a temporary name beside the target first.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteCsv(string path) => CsvFile.Write(path, ToCsv());

    /// <summary>What is wrong with the layers, each sentence with the layer it is about; empty when nothing is.</summary>
    public ImmutableArray<string> Problems() =>
        [.. NetworkRules.Violations(Layers).Select(violation => Invariant($"layer {violation.Layer + 1} ('{Layers[violation.Layer].Name}'): {violation.Message}"))];

    /// <summary>The network on <paramref name="batch"/> times the inputs its layers describe; the built-in ones describe one image or sequence.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch"/> is below 1.</exception>
    /// <exception cref="OverflowException">A dimension exceeds an int.</exception>
    public Network WithBatch(int batch) => this with { Layers = [.. Layers.Select(layer => layer.WithBatch(batch))] };

    /// <summary>
    /// The network with another density of one layer's input. Where <see cref="Layer.InputFrom"/> names the layer that writes this tensor, its output and the input of all
    /// that read it change as well.
    /// </summary>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="density">What its input holds.</param>
    /// <exception cref="ArgumentException">There is no such layer; the message lists all.</exception>
    public Network WithInputDensity(string layer, ActivationDensity density)
    {
        ArgumentNullException.ThrowIfNull(density);
        ArgumentNullException.ThrowIfNull(layer);
        var names = Layers.Select(known => known.Name).ToArray();
        var reader = Layers.FirstOrDefault(known => known.Name == layer)
            ?? throw new ArgumentException($"{Name} has no layer '{layer}'. {NearestName.Advice(layer, names)}", nameof(layer));
        var writer = reader.InputFrom;
        return this with
        {
            Layers =
            [
                .. Layers.Select(known => known with
                {
                    Input = known.Name == layer || (writer is not null && known.InputFrom == writer) ? density : known.Input,
                    Output = known.Name == writer ? density : known.Output,
                }),
            ],
        };
    }

    /// <summary><see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private static Network Read(string csv, string name, string file) =>
        new() { Name = name, Title = name, Source = file, Layers = NetworkCsvReader.Read(csv, file) };
}
