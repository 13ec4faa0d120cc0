using CsCheck;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>Operands for simulated products.</summary>
internal static class AnyProduct
{
    /// <summary>Values of a density, some rows and columns all zero; the extremes −128 and 127 occur.</summary>
    public static Gen<Matrix<sbyte>> Operand(int rows, int columns) => Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3], Gen.UInt).Select((density, emptied, seed) =>
    {
        var random = new Random((int)(seed >> 1));
        var matrix = Random(rows, columns, density, random);
        var (row, column) = (random.Next(rows), random.Next(columns));
        return Matrix<sbyte>.Create(rows, columns, (r, c) => ((emptied & 1) != 0 && r == row) || ((emptied & 2) != 0 && c == column) ? (sbyte)0 : matrix[r, c]);
    });

    /// <summary>Each value is nonzero with probability <paramref name="density"/>.</summary>
    public static Matrix<sbyte> Random(int rows, int columns, double density, Random random) =>
        Matrix<sbyte>.Create(rows, columns, (_, _) => random.NextDouble() < density ? Nonzero(random) : (sbyte)0);

    /// <summary>Each value is nonzero with probability <paramref name="density"/>; the seed decides which.</summary>
    public static Matrix<sbyte> Random(int rows, int columns, double density, int seed) => Random(rows, columns, density, new Random(seed));

    private static sbyte Nonzero(Random random)
    {
        var value = random.Next(-128, 127);
        return (sbyte)(value < 0 ? value : value + 1);
    }
}
