using HighLight.Tensors;

namespace HighLight.Pruning;

/// <summary>What every pruner and measure demands of weights.</summary>
internal static class PrunableWeights
{
    private const int Shown = 3;

    /// <exception cref="ArgumentException">A value is NaN or infinite; the message gives the first ones and how many there
    /// are.</exception>
    public static void ThrowIfNotFinite(Matrix<float> matrix, string parameter)
    {
        ArgumentNullException.ThrowIfNull(matrix, parameter);
        var values = matrix.Values;
        var first = new List<string>(Shown);
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i]))
            {
                continue;
            }

            if (count++ < Shown)
            {
                first.Add(Invariant($"({i / matrix.Columns}, {i % matrix.Columns}) is {values[i]}"));
            }
        }

        if (count > 0)
        {
            throw new ArgumentException(
                Invariant($"{count} of {values.Length} values are NaN or infinite, so magnitudes cannot be compared; (row, column) {string.Join(", ", first)}{(count > Shown ? ", …" : "")}. Replace them first."),
                parameter);
        }
    }
}
