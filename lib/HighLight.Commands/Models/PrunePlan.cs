using System.Collections.Immutable;
using HighLight.Models;
using HighLight.Models.Onnx;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Comparison;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Sparsity;

namespace HighLight.Commands.Models;

/// <summary>What <c>highlight prune</c> was asked to do; paths are absolute.</summary>
internal sealed record PrunePlan
{
    public required string Model { get; init; }

    public required string Output { get; init; }

    /// <summary>The model's path as it was given.</summary>
    public required string ModelText { get; init; }

    /// <summary>The output's path as it was given.</summary>
    public required string OutputText { get; init; }

    public required HssPattern Pattern { get; init; }

    public required PruningOptions Options { get; init; }

    public required bool Replace { get; init; }

    /// <summary>Where .hss files go; null for nowhere.</summary>
    public required string? HssFolder { get; init; }

    /// <summary>What both versions of the model are run on.</summary>
    public required ModelInputs Inputs { get; init; }

    /// <summary>Prunes in memory and gathers the inputs; nothing is written.</summary>
    /// <returns>The pruned model and the inputs; null when <paramref name="problems"/> says what is wrong.</returns>
    public (PrunedModel Pruned, ImmutableArray<ModelTensor> Inputs)? Prepare(ICollection<string> problems)
    {
        try
        {
            var model = OnnxModel.Load(Model);
            if (model.Weights.IsEmpty)
            {
                problems.Add($"{Model} has no Conv, Gemm or MatMul with weights, so there is nothing to prune.");
                return null;
            }

            var inputs = Inputs.Read(model);
            return (ModelPruning.Prune(model, Pattern, Options), inputs);
        }
        catch (Exception problem) when (problem is OnnxFormatException or NpyFormatException or ArgumentException)
        {
            problems.Add(problem.Message);
            return null;
        }
    }

    /// <summary>Writes the pruned model and the compressed layers, reads the model again, and runs both versions.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public PruneOutcome Execute(PrunedModel pruned, ImmutableArray<ModelTensor> inputs)
    {
        pruned.Save(Output, Replace);
        var sizes = HssFolder is { } folder ? pruned.WriteCompressed(folder) : pruned.Compress();
        var again = OnnxModel.Load(Output);
        if (!pruned.Layers.Zip(again.Weights).All(pair => pair.Second.ToMatrix().BitwiseEquals(pair.First.ToMatrix())))
        {
            throw new IOException($"'{Output}' does not hold the pruned weights when it is read again.");
        }

        try
        {
            return new PruneOutcome(this, pruned, sizes, inputs, OutputComparison.Run(pruned.Original, again, inputs), null);
        }
        catch (Exception problem) when (problem is ModelRunException or ArgumentException)
        {
            return new PruneOutcome(this, pruned, sizes, inputs, null, problem.Message);
        }
    }
}
