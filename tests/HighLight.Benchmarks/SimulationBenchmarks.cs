using BenchmarkDotNet.Attributes;
using HighLight.Simulation;

namespace HighLight.Benchmarks;

/// <summary>The simulators in one thread at 1024×1024×512: budgets are 200 million effectual multiplies a second for structured designs, 50 million for DSTC and S2TA.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private SimulationCase _case = SimulationCase.All[0];

    /// <summary>Designs and operands, by name.</summary>
    public static IEnumerable<string> Cases => SimulationCase.All.Select(c => c.Name);

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = SimulationCase.All[0].Name;

    [GlobalSetup]
    public void Setup() => _case = SimulationCase.All.Single(c => c.Name == Case);

    [Benchmark]
    public SimulationResult Run() => _case.Run();
}
