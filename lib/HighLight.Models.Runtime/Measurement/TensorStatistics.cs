namespace HighLight.Models.Runtime.Measurement;

/// <summary>What was counted in one tensor.</summary>
/// <param name="Count">Values.</param>
/// <param name="Zeros">Values that are zero (also −0).</param>
/// <param name="Int8Zeros">
/// Values that are zero after symmetric quantisation of the tensor to 8 bits: those of at most half a step, a step being the largest magnitude / 127. Accelerators that
/// compute in int8 see these.
/// </param>
/// <param name="LargestMagnitude">The largest magnitude of a finite value; 0 when there is none.</param>
/// <param name="NotFinite">Values that are NaN or infinite.</param>
public sealed record TensorStatistics(long Count, long Zeros, long Int8Zeros, float LargestMagnitude, long NotFinite)
{
    /// <summary>The largest value of a signed 8-bit number.</summary>
    private const float Int8Steps = 127;

    /// <summary>Share of nonzeros in floating point, 0..1; 0 for an empty tensor.</summary>
    public double Density => Count == 0 ? 0 : (double)(Count - Zeros) / Count;

    /// <summary>Share of nonzeros after quantisation to int8, 0..1; 0 for an empty tensor.</summary>
    public double Int8Density => Count == 0 ? 0 : (double)(Count - Int8Zeros) / Count;

    /// <summary>Counts.</summary>
    public static TensorStatistics Of(ReadOnlySpan<float> values)
    {
        long zeros = 0, notFinite = 0;
        var largest = 0f;
        foreach (var value in values)
        {
            if (value == 0)
            {
                zeros++;
            }
            else if (!float.IsFinite(value))
            {
                notFinite++;
            }
            else
            {
                largest = Math.Max(largest, Math.Abs(value));
            }
        }

        // Half a step rounds to the even 0.
        var half = largest / Int8Steps / 2;
        long int8Zeros = 0;
        foreach (var value in values)
        {
            int8Zeros += Math.Abs(value) <= half ? 1 : 0;
        }

        return new TensorStatistics(values.Length, zeros, int8Zeros, largest, notFinite);
    }

    /// <summary>For example <c>density 0.452, int8 0.431 of 102400 values</c>.</summary>
    public override string ToString() => Invariant($"density {Density:0.###}, int8 {Int8Density:0.###} of {Count} values");
}
