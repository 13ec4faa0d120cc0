using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Pruning;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Benchmarks;

/// <summary>A product to simulate: 1024×1024×512, on operands that the design exploits.</summary>
internal sealed class SimulationCase
{
    private const int M = 1024;
    private const int K = 1024;
    private const int N = 512;

    private readonly SimulationRequest _request;

    private SimulationCase(string name, Accelerator design, string? patternOfA, string? patternOfB, double densityOfB, double densityOfA = 1)
    {
        Name = name;
        Budget = design.Skipping is SkippingScheme.Structured ? 200e6 : 50e6;
        var a = patternOfA is null ? null : HssPattern.Parse(patternOfA);
        var b = patternOfB is null ? null : HssPattern.Parse(patternOfB);
        _request = new SimulationRequest(design, Pruned(Random(M, K, densityOfA, 1), a), Pruned(Random(N, K, densityOfB, 2), b).Transpose()) { PatternOfA = a, PatternOfB = b };
    }

    /// <summary>What is measured.</summary>
    public static ImmutableArray<SimulationCase> All { get; } =
    [
        new("TC", Accelerators.TensorCore, null, null, 1),
        new("STC", Accelerators.SparseTensorCore, "C0(2:4)", null, 1),
        new("HighLight", Accelerators.HighLight, "C1(4:8)→C0(2:4)", null, 1),
        new("HighLight b=0.5", Accelerators.HighLight, "C1(4:8)→C0(2:4)", null, 0.5),
        new("DSSO 2:4", Accelerators.Dsso, "C0(2:4)", "C1(2:4)→C0(4:4)", 1),
        new("DSSO 2:8", Accelerators.Dsso, "C0(2:4)", "C1(2:8)→C0(4:4)", 1),
        new("DSTC", Accelerators.DualSideSparseTensorCore, null, null, 1),
        new("DSTC .5 × .5", Accelerators.DualSideSparseTensorCore, null, null, 0.5, 0.5),
        new("DSTC .1 × .1", Accelerators.DualSideSparseTensorCore, null, null, 0.1, 0.1),
        new("S2TA", Accelerators.S2ta, "C0(4:8)", null, 1),
        new("S2TA b 2:8", Accelerators.S2ta, "C0(4:8)", "C0(2:8)", 1),
        new("S2TA b=0.5", Accelerators.S2ta, "C0(2:8)", null, 0.5),
    ];

    public string Name { get; }

    /// <summary>Effectual multiplies a second in one thread that are asked for: 200 million of structured designs, 50 million of those that look for nonzeros.</summary>
    public double Budget { get; }

    public SimulationResult Run() => Simulator.Run(_request);

    /// <summary>Bytes of the operands and of the product.</summary>
    public static long Bytes => (M * K) + (K * N) + (sizeof(int) * M * N);

    private static Matrix<sbyte> Random(int rows, int columns, double density, int seed)
    {
        var random = new Random(seed);
        var values = new sbyte[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble() < density ? (sbyte)random.Next(1, 128) : (sbyte)0;
        }

        return Matrix<sbyte>.Create(rows, columns, values);
    }

    private static Matrix<sbyte> Pruned(Matrix<sbyte> matrix, HssPattern? pattern)
    {
        if (pattern is null)
        {
            return matrix;
        }

        var mask = new HssPruner(pattern).Prune(Matrix<float>.Create(matrix.Rows, matrix.Columns, (row, column) => matrix[row, column]));
        return Matrix<sbyte>.Create(matrix.Rows, matrix.Columns, (row, column) => mask[row, column] ? matrix[row, column] : (sbyte)0);
    }
}
