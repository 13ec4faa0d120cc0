using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Sparsity;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>The grid of shapes, patterns and densities, on all designs, with drawn operands; and DSTC's collector.</summary>
internal static class ValidationGrid
{
    private static readonly OperandDensity Dense = new DenseOperand();
    private static readonly Gemm ConflictShape = new(128, 512, 64);

    /// <summary>The grid, one case a shape, design and pair of operands.</summary>
    public static IEnumerable<ValidationCase> Cases(ValidationSettings settings)
    {
        var points = Points(settings).ToImmutableArray();
        return
            from gemm in settings.Shapes
            let operands = new DrawnOperands(gemm, settings.Seed)
            from point in points
            select Case(ValidationGroup.Grid, gemm.ToString(), point.Design, operands, point.A, point.B);
    }

    /// <summary>DSTC with banks and collectors from tight to ample, its stalls charged.</summary>
    public static IEnumerable<ValidationCase> Conflicts(ValidationSettings settings)
    {
        var operands = new DrawnOperands(ConflictShape, settings.Seed);
        var dstc = Accelerators.DualSideSparseTensorCore;
        return
            from banks in new[] { 512, 1024 }
            from depth in new[] { 4, 16 }
            let scheme = (SkippingScheme.OuterProduct)dstc.Skipping with { Collector = new() { Banks = banks, Depth = depth }, ChargesConflicts = true }
            from a in new[] { 1, 0.5, 0.25 }
            from b in new[] { 1, 0.5, 0.25 }
            select Case(ValidationGroup.Conflicts, Invariant($"{banks} banks, depth {depth}"), dstc with { Skipping = scheme }, operands, Density(a), Density(b));
    }

    private static IEnumerable<(Accelerator Design, OperandDensity A, OperandDensity B)> Points(ValidationSettings settings)
    {
        OperandDensity[] scattered = [Dense, .. settings.DensitiesOfB.Select(Density)];
        return
        [
            .. Pairs(Accelerators.TensorCore, [Dense], [Dense, Density(0.5)]),
            .. Pairs(Accelerators.SparseTensorCore, [Dense, Hss("C0(2:4)")], [Dense, Density(0.5)]),
            .. Pairs(Accelerators.DualSideSparseTensorCore, scattered, scattered),
            .. Pairs(Accelerators.S2ta, [Hss("C0(4:8)"), Hss("C0(2:8)")], [Dense, Hss("C0(5:8)"), Hss("C0(2:8)"), Density(0.5)]),
            .. Pairs(Accelerators.HighLight, [Dense, Hss("C0(2:4)"), Hss("C1(4:7)→C0(2:3)"), Hss("C1(4:8)→C0(2:4)")], scattered),
            .. Pairs(Accelerators.Dsso, [Dense, Hss("C0(2:4)")], [Dense, Hss("C1(2:4)→C0(4:4)"), Hss("C1(2:7)→C0(4:4)")]),
        ];
    }

    private static IEnumerable<(Accelerator Design, OperandDensity A, OperandDensity B)> Pairs(Accelerator design, OperandDensity[] a, OperandDensity[] b) =>
        from operandA in a from operandB in b select (design, operandA, operandB);

    private static OperandDensity Hss(string pattern) => new HssOperand(HssPattern.Parse(pattern));

    private static OperandDensity Density(double density) => density == 1 ? Dense : new UniformOperand(density);

    private static ValidationCase Case(ValidationGroup group, string workload, Accelerator design, DrawnOperands operands, OperandDensity a, OperandDensity b)
    {
        var request = new SimulationRequest(design, operands.A(a), operands.B(b)) { PatternOfA = (a as HssOperand)?.Pattern, PatternOfB = (b as HssOperand)?.Pattern };
        return new(group, workload, b switch { HssOperand => ZeroPlacement.Pattern, UniformOperand => ZeroPlacement.Uniform, _ => ZeroPlacement.None }, request);
    }

    /// <summary>Operands of one shape, each drawn once.</summary>
    private sealed class DrawnOperands(Gemm gemm, int seed)
    {
        private readonly Dictionary<string, Matrix<sbyte>> _a = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Matrix<sbyte>> _b = new(StringComparer.Ordinal);

        public Matrix<sbyte> A(OperandDensity density) => Of(_a, density, () => RandomOperand.Create(gemm.M, gemm.K, density, new Random(seed)));

        public Matrix<sbyte> B(OperandDensity density) => Of(_b, density, () => RandomOperand.Create(gemm.N, gemm.K, density, new Random(seed + 1)).Transpose());

        private static Matrix<sbyte> Of(Dictionary<string, Matrix<sbyte>> drawn, OperandDensity density, Func<Matrix<sbyte>> draw)
        {
            var name = density.ToString()!;
            if (!drawn.TryGetValue(name, out var matrix))
            {
                matrix = draw();
                drawn.Add(name, matrix);
            }

            return matrix;
        }
    }
}
