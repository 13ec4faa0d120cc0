using System.Collections.Immutable;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Comparison;

/// <summary>What a change of a model, such as pruning, does to its outputs on the same inputs.</summary>
/// <param name="Outputs">Each output.</param>
/// <param name="RelativeL2">‖y − y′‖₂ / ‖y‖₂ over all outputs together, each divided by its own norm: the root of the mean of their squares.</param>
public sealed record OutputComparison(ImmutableArray<OutputDifference> Outputs, double RelativeL2)
{
    /// <summary>Compares the outputs of two runs.</summary>
    /// <param name="original">Of the model as it was.</param>
    /// <param name="changed">Of the changed model, on the same inputs.</param>
    /// <exception cref="ArgumentException">The outputs are not the same ones, or have other shapes.</exception>
    public static OutputComparison Of(ImmutableArray<ModelTensor> original, ImmutableArray<ModelTensor> changed)
    {
        if (!original.Select(output => output.Name).SequenceEqual(changed.Select(output => output.Name), StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"Outputs {string.Join(", ", original)} cannot be compared with {string.Join(", ", changed)}: compare two versions of one model.", nameof(changed));
        }

        ImmutableArray<OutputDifference> outputs = [.. original.Zip(changed, OutputDifference.Of)];
        return new OutputComparison(outputs, outputs.IsEmpty ? 0 : Math.Sqrt(outputs.Average(output => output.RelativeL2 * output.RelativeL2)));
    }

    /// <summary>Runs two versions of a model on the same inputs and compares their outputs.</summary>
    /// <exception cref="ArgumentException">The inputs do not fit, or the outputs are not the same ones.</exception>
    /// <exception cref="ModelRunException">One of the models cannot be run.</exception>
    public static OutputComparison Run(OnnxModel original, OnnxModel changed, IEnumerable<ModelTensor> inputs, ExecutionOptions? options = null)
    {
        ModelTensor[] given = [.. inputs];
        return Of(ModelRunner.Run(original, given, options), ModelRunner.Run(changed, given, options));
    }

    /// <summary>Each output.</summary>
    public override string ToString() => string.Join("\n", Outputs);
}
