using HighLight.Tensors;

namespace HighLight.Experiments.Running.Validation;

/// <summary>Symmetric quantisation of a tensor to 8 bits: a step is its largest magnitude / 127, halves round to even, zero stays zero.</summary>
internal static class SymmetricInt8
{
    private const float Steps = 127;

    /// <summary>Quantises values of a tensor.</summary>
    /// <param name="values">The values, or a part of them.</param>
    /// <param name="largest">The largest magnitude in the whole tensor, 0 or more.</param>
    public static Matrix<sbyte> Quantise(Matrix<float> values, float largest) =>
        Matrix<sbyte>.Create(values.Rows, values.Columns, (row, column) => largest == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(values[row, column] / largest * Steps), -Steps, Steps));
}
