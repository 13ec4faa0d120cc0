using HighLight.Models;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Comparison;
using HighLight.Models.Runtime.Execution;
using HighLight.Sparsity;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The model pruned to one pattern, written, read again and run.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Pruned">What was done to each layer.</param>
/// <param name="KeptL2">Share of the L2 norm that is kept, see <see cref="PatternFamily.KeptL2"/>.</param>
/// <param name="DenseBytes">All weights in single precision.</param>
/// <param name="CompressedBytes">The <c>.hss</c> files of all layers on the disk, in single precision, headers and checksums included.</param>
/// <param name="ModelBytes">The pruned ONNX file on the disk; zeros take as much space there as other values.</param>
/// <param name="Error">The outputs of the file that was read again, against those of the model.</param>
internal sealed record PrunedVariant(HssPattern Pattern, PrunedModel Pruned, double KeptL2, long DenseBytes, long CompressedBytes, long ModelBytes, OutputComparison Error)
{
    private const string Compressed = "weights";
    private const string Model = "pruned.onnx";

    /// <summary>The relative L2 error of the outputs, rounded; null where an output's norm is 0.</summary>
    public double? OutputError => Rounding.Error(Error.RelativeL2);

    /// <summary>The least cosine of an output with the model's, rounded.</summary>
    public double? Cosine => Error.Outputs.IsEmpty ? null : Rounding.Error(Error.Outputs.Min(output => output.Cosine));

    /// <summary>Prunes, compresses, saves, loads and runs. What is written is removed again.</summary>
    /// <exception cref="IOException">A file cannot be written, or does not hold what was written to it.</exception>
    /// <exception cref="ModelRunException">The pruned file cannot be run.</exception>
    public static PrunedVariant Of(MeasuredWorkload workload, PatternFamily family, HssPattern pattern, PruningOptions options)
    {
        var pruned = ModelPruning.Prune(workload.Measured.Model, pattern, options);
        using var files = new TemporaryFiles();
        var sizes = pruned.WriteCompressed(files[Compressed]);
        pruned.Save(files[Model]);
        var again = OnnxModel.Load(files[Model]);
        if (!pruned.Layers.Zip(again.Weights).All(pair => pair.Second.ToMatrix().BitwiseEquals(pair.First.ToMatrix())))
        {
            throw new IOException($"The pruned version of {workload.Measured.Model.Source} does not hold the pruned weights when it is read again.");
        }

        return new(
            pattern,
            pruned,
            family.KeptL2(pruned),
            sizes.Sum(size => size.DenseBytes),
            new DirectoryInfo(files[Compressed]).EnumerateFiles().Sum(file => file.Length),
            new FileInfo(files[Model]).Length,
            OutputComparison.Of(workload.Measured.Outputs, ModelRunner.Run(again, workload.Measured.Inputs)));
    }
}
