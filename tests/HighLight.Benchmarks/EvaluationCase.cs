using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Benchmarks;

/// <summary>A design with sparse operands at 1024×1024×1024.</summary>
internal sealed class EvaluationCase
{
    private static readonly Gemm Thousand = new(1024, 1024, 1024);
    private static readonly Mapping Stored = new(128, 1024, 128, DramLoopOrder.NOuter);
    private static readonly HssOperand Weights = new(HssPattern.Parse("C1(4:8)→C0(2:4)"));
    private static readonly HssOperand BoundedWeights = new(HssPattern.Parse("C0(4:8)"));
    private static readonly UniformOperand Activations = new(0.5);

    private readonly Accelerator _design;
    private readonly Evaluator _evaluator;

    private EvaluationCase(Accelerator design)
    {
        _design = design;
        _evaluator = Prepare();
    }

    public static ImmutableArray<EvaluationCase> All { get; } = [.. Accelerators.All.Select(design => new EvaluationCase(design))];

    public string Name => _design.Name;

    public Evaluator Prepare() => new(_design, TechnologyTable.Default, _design.A.RunsDense ? Weights : BoundedWeights, Activations);

    public EvaluationResult FixedMapping() => _evaluator.Evaluate(Thousand, Stored);

    public EvaluationResult WithMapper() => Mapper.Best(_evaluator, Thousand);
}
