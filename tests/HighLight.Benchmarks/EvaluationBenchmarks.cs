using BenchmarkDotNet.Attributes;
using HighLight.Evaluation;

namespace HighLight.Benchmarks;

/// <summary>
/// The engine at 1024×1024×1024: budgets are 200 ns and 0 bytes for a fixed mapping, 50 µs on average over the designs with the mapper.
/// </summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private EvaluationCase _case = EvaluationCase.All[0];

    /// <summary>The designs, by name.</summary>
    public static IEnumerable<string> Designs => EvaluationCase.All.Select(c => c.Name);

    [ParamsSource(nameof(Designs))]
    public string Design { get; set; } = EvaluationCase.All[0].Name;

    [GlobalSetup]
    public void Setup() => _case = EvaluationCase.All.Single(c => c.Name == Design);

    [Benchmark(Baseline = true)]
    public EvaluationResult FixedMapping() => _case.FixedMapping();

    [Benchmark]
    public EvaluationResult WithMapper() => _case.WithMapper();

    [Benchmark]
    public Evaluator Preparation() => _case.Prepare();
}
