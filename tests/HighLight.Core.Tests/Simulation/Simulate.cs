using CsCheck;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>Short forms and generators for the tests of the simulators.</summary>
internal static class Simulate
{
    public static HssFamily HighLightFamily { get; } = Accelerators.HighLight.A.Families[0];

    /// <summary>Sizes with tails of steps, rows and chunks: small ones, and some beyond an edge of the array.</summary>
    public static Gen<int> Size(int edge) => Gen.Frequency((1, Gen.Const(1)), (4, Gen.Int[1, edge]), (2, Gen.Int[edge, (2 * edge) + 3]));

    /// <summary>One of some values.</summary>
    public static Gen<T> Choice<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A matrix of which about a share of values is not zero, seeded.</summary>
    public static Matrix<sbyte> Random(int rows, int columns, double density, int seed)
    {
        var random = new Random(seed);
        var values = new sbyte[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            var value = random.Next(-128, 127);
            values[i] = random.NextDouble() < density ? (sbyte)(value >= 0 ? value + 1 : value) : (sbyte)0;
        }

        return Matrix<sbyte>.Create(rows, columns, values);
    }

    /// <summary>A matrix without zeros.</summary>
    public static Matrix<sbyte> Dense(int rows, int columns, int seed) => Random(rows, columns, 1, seed);

    /// <summary>Prunes each row to a pattern.</summary>
    public static Matrix<sbyte> Prune(Matrix<sbyte> matrix, HssPattern pattern)
    {
        var weights = Matrix<float>.Create(matrix.Rows, matrix.Columns, (row, column) => matrix[row, column]);
        var mask = new HssPruner(pattern).Prune(weights);
        return Matrix<sbyte>.Create(matrix.Rows, matrix.Columns, (row, column) => mask[row, column] ? matrix[row, column] : (sbyte)0);
    }

    /// <summary>Operands that a design takes: A and B structured as given, dense where not, B with some density.</summary>
    public static SimulationRequest Request(
        Accelerator design, int m, int k, int n, HssPattern? a, HssPattern? b, double densityOfB = 1, int seed = 1)
    {
        var weights = Dense(m, k, seed);
        var activations = Random(k, n, densityOfB, seed + 1);
        return new SimulationRequest(
            design,
            a is null ? weights : Prune(weights, a),
            b is null ? activations : Prune(activations.Transpose(), b).Transpose())
        {
            PatternOfA = a,
            PatternOfB = b,
        };
    }
}
