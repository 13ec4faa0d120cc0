using System.Collections.Immutable;
using HighLight.Models;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;

namespace HighLight.Commands.Models;

/// <summary>What a model is run on, as the command line says it.</summary>
/// <param name="Files"><c>FILE.npy</c> or <c>NAME=FILE.npy</c>; none: inputs are drawn.</param>
/// <param name="Shapes">Sizes that the model leaves open.</param>
/// <param name="Seed">Of drawn inputs.</param>
/// <param name="Folder">What relative paths start from.</param>
internal sealed record ModelInputs(ImmutableArray<string> Files, ImmutableArray<string> Shapes, int Seed, string Folder)
{
    /// <summary>The tensors.</summary>
    /// <exception cref="NpyFormatException">A file is not an array.</exception>
    /// <exception cref="ArgumentException">Sizes stay open, or an input cannot be given.</exception>
    public ImmutableArray<ModelTensor> Read(OnnxModel model) =>
        Files.IsEmpty ? SyntheticInput.For(model, InputShapes.Of(model, Shapes), Seed) : [.. Files.Select(file => Read(model, file))];

    private ModelTensor Read(OnnxModel model, string file)
    {
        // Paths may hold an equals sign; what stands before it is a name only if the model has that input.
        var name = model.Inputs.Select(input => input.Name).FirstOrDefault(known => file.StartsWith(known + "=", StringComparison.Ordinal)) ?? "";
        return NpyFile.Read(Path.GetFullPath(name.Length > 0 ? file[(name.Length + 1)..] : file, Folder)).As(name);
    }
}
