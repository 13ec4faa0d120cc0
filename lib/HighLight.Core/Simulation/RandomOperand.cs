using HighLight.Evaluation.Densities;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>
/// Operands of 8 bits to simulate with, made from a seed: values −127..127 of equal probability, zeros as a density model says.
/// </summary>
public static class RandomOperand
{
    /// <summary>A matrix whose rows lie along the reduction: A as it is, B transposed.</summary>
    /// <param name="rows">Rows, 1 or more.</param>
    /// <param name="columns">Columns, 1 or more.</param>
    /// <param name="sparsity">
    /// <see cref="DenseOperand"/>: no zeros. <see cref="UniformOperand"/>: each value is zero by itself with the density's complement.
    /// <see cref="HssOperand"/>: each row is pruned to the
    /// pattern by magnitude.
    /// </param>
    /// <param name="random">The source of randomness, seeded by the caller.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or there are more values than an array holds.</exception>
    /// <exception cref="ArgumentException">The density model is of another kind.</exception>
    public static Matrix<sbyte> Create(int rows, int columns, OperandDensity sparsity, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rows * columns, Array.MaxLength, nameof(rows));
        ArgumentNullException.ThrowIfNull(sparsity);
        ArgumentNullException.ThrowIfNull(random);
        var density = sparsity switch
        {
            UniformOperand uniform => uniform.Density,
            DenseOperand or HssOperand => 1,
            _ => throw new ArgumentException(
                $"Random operands are dense, unstructured or of a pattern, not '{sparsity}': give real values themselves to the simulator.",
                nameof(sparsity)),
        };
        var values = new sbyte[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            // Both numbers are drawn for every value, so that a density changes which values are zero and no other.
            var (magnitude, isNegative, place) = (random.Next(1, 128), random.Next(2) == 1, random.NextDouble());
            values[i] = place < density ? (sbyte)(isNegative ? -magnitude : magnitude) : (sbyte)0;
        }

        var matrix = Matrix<sbyte>.Wrap(rows, columns, values);
        return sparsity is HssOperand { Pattern: var pattern } ? Pruned(matrix, pattern) : matrix;
    }

    private static Matrix<sbyte> Pruned(Matrix<sbyte> matrix, HssPattern pattern)
    {
        var mask = new HssPruner(pattern).Prune(Matrix<float>.Create(matrix.Rows, matrix.Columns, (row, column) => matrix[row, column]));
        return Matrix<sbyte>.Create(matrix.Rows, matrix.Columns, (row, column) => mask[row, column] ? matrix[row, column] : (sbyte)0);
    }
}
