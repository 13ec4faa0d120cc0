using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Models;
using HighLight.Models.Runtime;
using HighLight.Models.Runtime.Execution;
using HighLight.Models.Runtime.Inputs;
using HighLight.Models.Runtime.Measurement;
using HighLight.Pruning;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Experiments.Running.Validation;

/// <summary>Layers of a real model: its weights, pruned as each design wants and quantised to int8, and what a run of the model puts into the layer.</summary>
/// <remarks>
/// Groups of a pattern go through all of K, in the order R, S, C: they straddle the filter's taps where its channels are no multiple of a group. Depthwise convolutions and layers with fewer than
/// <see cref="LeastReduction"/> input channels are left out. Of B some columns at equal distances are taken; quantisation knows the whole tensor.
/// </remarks>
internal static class ValidationLayers
{
    /// <summary>The fewest input channels of a simulated layer.</summary>
    public const int LeastReduction = 16;

    private static readonly ImmutableArray<(Accelerator Design, IPruner? Pruner, HssPattern? Pattern)> Designs =
    [
        (Accelerators.TensorCore, null, null),
        Structured(Accelerators.SparseTensorCore, "C0(2:4)"),
        (Accelerators.DualSideSparseTensorCore, new UnstructuredPruner(new Fraction(1, 4)), null),
        Structured(Accelerators.S2ta, "C0(2:8)"),
        Structured(Accelerators.HighLight, "C1(4:8)→C0(2:4)"),
        Structured(Accelerators.Dsso, "C0(2:4)"),
    ];

    /// <summary>Each layer on each design, once with B as measured and once with its values shuffled.</summary>
    public static IEnumerable<ValidationCase> Cases(OnnxModel model, ValidationSettings settings)
    {
        var measured = ModelRunner.Measure(model, SyntheticInput.For(model, seed: settings.Seed), new ExecutionOptions { KeepInput = _ => true });
        return measured.Layers.Where(IsSimulated).SelectMany(layer => Cases(layer, settings));
    }

    private static bool IsSimulated(MeasuredLayer layer) => layer is { Weights: { SegmentLength: >= LeastReduction }, Count: 1 };

    private static (Accelerator Design, IPruner? Pruner, HssPattern? Pattern) Structured(Accelerator design, string text)
    {
        var pattern = HssPattern.Parse(text);
        return (design, new HssPruner(pattern), pattern);
    }

    private static IEnumerable<ValidationCase> Cases(MeasuredLayer layer, ValidationSettings settings)
    {
        var weights = layer.Weights!.ToMatrix();
        var largest = weights.Values.ToArray().Max(Math.Abs);
        var b = SymmetricInt8.Quantise(Columns(layer.OperandB(), settings.ColumnsOfLayers), layer.Input.Statistics.LargestMagnitude);
        var shuffled = Shuffled(b, new Random(settings.Seed));
        return
            from run in Designs
            let pruned = run.Pruner is { } pruner ? pruner.Prune(weights).Apply(weights) : weights
            let a = SymmetricInt8.Quantise(pruned, largest)
            from zeros in new[] { ZeroPlacement.Measured, ZeroPlacement.Shuffled }
            let request = new SimulationRequest(run.Design, a, zeros == ZeroPlacement.Measured ? b : shuffled) { PatternOfA = run.Pattern }
            select new ValidationCase(ValidationGroup.Layers, layer.Name, zeros, request);
    }

    private static Matrix<float> Columns(Matrix<float> b, int most) =>
        b.Columns <= most ? b : Matrix<float>.Create(b.Rows, most, (row, column) => b[row, (int)((long)column * b.Columns / most)]);

    private static Matrix<sbyte> Shuffled(Matrix<sbyte> matrix, Random random)
    {
        var values = matrix.Values.ToArray();
        random.Shuffle(values);
        return Matrix<sbyte>.Create(matrix.Rows, matrix.Columns, values);
    }
}
