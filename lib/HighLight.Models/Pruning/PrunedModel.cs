using System.Collections.Immutable;
using HighLight.Formats;

namespace HighLight.Models.Pruning;

/// <summary>A pruned model: the model itself, ready to be saved and run, and what was done to each layer.</summary>
public sealed class PrunedModel
{
    internal PrunedModel(OnnxModel original, OnnxModel model, ImmutableArray<PrunedLayer> layers)
    {
        Original = original;
        Model = model;
        Layers = layers;
    }

    /// <summary>The model before.</summary>
    public OnnxModel Original { get; }

    /// <summary>The model with zeros in place of the dropped weights; all else as it was.</summary>
    public OnnxModel Model { get; }

    /// <summary>Every layer with weights, pruned or not, in an order of execution. Other operators are in <see cref="OnnxModel.NotEvaluated"/>.</summary>
    public ImmutableArray<PrunedLayer> Layers { get; }

    /// <summary>The layers that were pruned, together.</summary>
    public PruningTotal Pruned => PruningTotal.Of([.. Layers.Where(layer => layer.IsPruned)]);

    /// <summary>All layers, those that stayed dense included.</summary>
    public PruningTotal Total => PruningTotal.Of(Layers);

    /// <summary>The size of each layer as a <c>.hss</c> file. A tensor that several layers share is listed with its first.</summary>
    public ImmutableArray<CompressedLayer> Compress() => [.. Stored().Select(layer => Measure(layer, layer.Encode()))];

    /// <summary>Writes each layer as a <c>.hss</c> file, named by its place and its name: <c>01-Conv__220.hss</c>.</summary>
    /// <param name="folder">Made when it is not there; files of these names are replaced.</param>
    /// <returns>The sizes, as <see cref="Compress"/> gives them.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public ImmutableArray<CompressedLayer> WriteCompressed(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var sizes = ImmutableArray.CreateBuilder<CompressedLayer>();
        foreach (var (index, layer) in Stored().Index())
        {
            var encoded = layer.Encode();
            HssFile.Write(Path.Combine(folder, FileName(index, layer)), encoded);
            sizes.Add(Measure(layer, encoded));
        }

        return sizes.ToImmutable();
    }

    /// <summary>Saves the pruned model; see <see cref="OnnxModel.Save(string, bool)"/>.</summary>
    /// <exception cref="IOException">The file is there and must not be replaced, or cannot be written.</exception>
    public void Save(string path, bool overwrite = false) => Model.Save(path, overwrite);

    /// <summary>How many layers were pruned, and to what density.</summary>
    public override string ToString()
    {
        var pruned = Pruned;
        return Invariant($"{pruned.Layers} of {Layers.Length} layers pruned: density {pruned.Density.ToDouble():0.###}, kept L2 {pruned.KeptL2Share:0.###}; all layers: density {Total.Density.ToDouble():0.###}");
    }

    private static CompressedLayer Measure(PrunedLayer layer, EncodedMatrix encoded)
    {
        using var file = new MemoryStream();
        HssFile.Write(file, encoded);
        return new CompressedLayer(layer, encoded.Size, file.Length, layer.Layer.Count * (long)sizeof(float));
    }

    /// <summary>Names in models may hold anything: what is no letter, digit, dash, dot or underscore becomes an underscore.</summary>
    private static string FileName(int index, PrunedLayer layer)
    {
        const int LongestName = 80;
        var name = layer.Name.Length > LongestName ? layer.Name[^LongestName..] : layer.Name;
        return Invariant($"{index + 1:00}-{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '_'))}.hss");
    }

    private IEnumerable<PrunedLayer> Stored() => Layers.DistinctBy(layer => layer.Layer.Tensor);
}
