using CsCheck;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>Short forms and generators for the tests of the engine.</summary>
internal static class Evaluate
{
    public static readonly Gemm Thousand = new(1024, 1024, 1024);

    /// <summary>The tiles of the predecessor's stored mapping: they fit every design at 1024³.</summary>
    public static readonly Mapping Stored = new(128, 1024, 128, DramLoopOrder.NOuter);

    public static DenseOperand Dense { get; } = new();

    public static HssFamily HighLightFamily { get; } = Accelerators.HighLight.A.Families[0];

    /// <summary>TC with the others' data buffer and DRAM channel, so that resources are no difference.</summary>
    public static Accelerator EqualTensorCore { get; } = Accelerators.TensorCore with { GlobalBuffer = StorageLevel.GlobalBuffer, Dram = StorageLevel.Dram };

    public static HssOperand Hss(string pattern) => new(HssPattern.Parse(pattern));

    public static UniformOperand Uniform(double density) => new(density);

    public static EvaluationResult With(Accelerator design, in Gemm gemm, OperandDensity a, OperandDensity b, Mapping mapping) =>
        new Evaluator(design, TechnologyTable.Default, a, b).Evaluate(gemm, mapping);

    public static EvaluationResult Best(Accelerator design, in Gemm gemm, OperandDensity a, OperandDensity b, Objective objective = Objective.Edp) =>
        Mapper.Best(new Evaluator(design, TechnologyTable.Default, a, b), gemm, objective);

    /// <summary>One of some values.</summary>
    public static Gen<T> Choice<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static Gen<int> Size(int max) => Gen.OneOf(Gen.Int[1, max], Gen.Int[1, max / 64].Select(i => i * 64));

    public static Gen<Gemm> AnyGemm(int max = 2048) => Gen.Select(Size(max), Size(max), Size(max)).Select((m, k, n) => new Gemm(m, k, n));

    /// <summary>Mappings that hold all of K, whether they fit or not.</summary>
    public static Gen<Mapping> AnyMapping(Gemm gemm) =>
        Gen.Select(Gen.Int[1, gemm.M], Gen.Int[1, gemm.N], Gen.Bool)
            .Select((m, n, mOuter) => new Mapping(m, gemm.K, n, mOuter ? DramLoopOrder.MOuter : DramLoopOrder.NOuter));

    public static Gen<Accelerator> AnyDesign { get; } = Choice([.. Accelerators.All]);

    /// <summary>Dense, of some pattern (supported or not), or unstructured.</summary>
    public static Gen<OperandDensity> AnyOperand { get; } = Gen.OneOf(
        Gen.Const<OperandDensity>(Dense),
        Choice("C0(2:4)", "C1(4:8)→C0(2:4)", "C1(4:5)→C0(2:3)", "C0(3:8)", "C0(4:8)", "C1(2:6)→C0(4:4)", "C0(1:2)").Select(p => (OperandDensity)Hss(p)),
        Gen.Double[0, 1].Select(d => (OperandDensity)Uniform(d)));

    /// <summary>A prepared design for the operands; null where it refuses them.</summary>
    public static Evaluator? Prepare(Accelerator design, OperandDensity a, OperandDensity b)
    {
        try
        {
            return new Evaluator(design, TechnologyTable.Default, a, b);
        }
        catch (UnsupportedOperandException)
        {
            return null;
        }
    }
}
