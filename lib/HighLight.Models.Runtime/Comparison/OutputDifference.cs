using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Comparison;

/// <summary>How far one output of a changed model is from the original's.</summary>
/// <param name="Name">The output.</param>
/// <param name="Count">Its values.</param>
/// <param name="RelativeL2">‖y − y′‖₂ / ‖y‖₂; 0 where both norms are 0, infinity where only the divisor is. Sums in double precision.</param>
/// <param name="LargestDifference">max |y − y′|.</param>
/// <param name="LargestMagnitude">max |y| of the original: what the largest difference compares with.</param>
/// <param name="Cosine">y·y′ / (‖y‖₂‖y′‖₂), −1..1; 1 where both are zero, 0 where one is.</param>
public sealed record OutputDifference(string Name, int Count, double RelativeL2, double LargestDifference, double LargestMagnitude, double Cosine)
{
    /// <summary>Compares two tensors of one shape.</summary>
    /// <exception cref="ArgumentException">They have different shapes.</exception>
    public static OutputDifference Of(ModelTensor original, ModelTensor changed)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(changed);
        if (!original.Shape.SequenceEqual(changed.Shape))
        {
            throw new ArgumentException($"Output {original} cannot be compared with {changed}: compare runs on the same inputs.", nameof(changed));
        }

        double difference = 0, squares = 0, changedSquares = 0, product = 0, largest = 0, magnitude = 0;
        var y = original.Values.Span;
        var z = changed.Values.Span;
        for (var i = 0; i < y.Length; i++)
        {
            var delta = (double)y[i] - z[i];
            difference += delta * delta;
            squares += (double)y[i] * y[i];
            changedSquares += (double)z[i] * z[i];
            product += (double)y[i] * z[i];
            largest = Math.Max(largest, Math.Abs(delta));
            magnitude = Math.Max(magnitude, Math.Abs((double)y[i]));
        }

        return new OutputDifference(original.Name, y.Length, difference == 0 ? 0 : Math.Sqrt(difference / squares), largest, magnitude, CosineOf(product, squares, changedSquares));
    }

    /// <summary>Name and measures.</summary>
    public override string ToString() =>
        Invariant($"{Name}: relative L2 {RelativeL2:0.####}, largest difference {LargestDifference:G4} (largest value {LargestMagnitude:G4}), cosine {Cosine:0.####}");

    private static double CosineOf(double product, double squares, double changedSquares) => (squares, changedSquares) switch
    {
        (0, 0) => 1,
        (0, _) or (_, 0) => 0,
        _ => Math.Clamp(product / Math.Sqrt(squares * changedSquares), -1, 1),
    };
}
