using HighLight.Commands.Models;
using HighLight.Models;
using HighLight.Models.Onnx;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Runtime.Networks;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>A network as it is named on the command line: a built-in one, an ONNX model, or a layer table (CSV).</summary>
internal static class NetworkArgument
{
    /// <summary>Whether there is such a network or file; if not, <paramref name="problems"/> says what there is.</summary>
    public static bool Exists(string text, string currentDirectory, ICollection<string> problems)
    {
        if (BuiltIn(text) is not null || (!text.Contains('\0', StringComparison.Ordinal) && File.Exists(Path.GetFullPath(text, currentDirectory))))
        {
            return true;
        }

        problems.Add($"'{text}' is neither a built-in network nor a file. {NearestName.Advice(text, [.. Networks.All.Select(network => network.Name)])} A network of your own is given as the path of a model (.onnx) or of a layer table (.csv).");
        return false;
    }

    /// <summary>The network, a model run on its inputs; null when its file is wrong and <paramref name="problems"/> says why.</summary>
    /// <param name="text">A name, or the path of a file.</param>
    /// <param name="inputs">What a model is run on, to learn its shapes and measure its activations.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static NetworkInput? Read(string text, ModelInputs inputs, ICollection<string> problems)
    {
        if (BuiltIn(text) is { } known)
        {
            return new(known, []);
        }

        var path = Path.GetFullPath(text, inputs.Folder);
        try
        {
            return IsModel(text) ? Measured(path, inputs) : new(Network.FromCsv(path) with { Source = text }, []);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            problems.Add(exception.Message);
            return null;
        }
    }

    /// <summary>Whether the text names a model.</summary>
    public static bool IsModel(string text) => Path.GetExtension(text).Equals(".onnx", StringComparison.OrdinalIgnoreCase);

    private static Network? BuiltIn(string text) => Networks.All.FirstOrDefault(network => network.Name.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static NetworkInput Measured(string path, ModelInputs inputs)
    {
        var model = OnnxModel.Load(path);
        var measured = ModelRunner.Measure(model, inputs.Read(model));
        return new(measured.ToNetwork(), [.. measured.NotEvaluated.Select(layer => layer.ToString())]);
    }

    /// <summary>What is the file's, not the program's: each says what is wrong and how to mend it.</summary>
    private static bool IsExpected(Exception exception) => exception
        is NetworkCsvException or OnnxFormatException or NpyFormatException or ModelRunException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException;
}
