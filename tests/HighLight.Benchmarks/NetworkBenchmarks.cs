using BenchmarkDotNet.Attributes;

namespace HighLight.Benchmarks;

/// <summary>Whole networks: the budget is a second for ResNet-50 on six designs.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    [Benchmark]
    public double ResNet50OnSixDesigns() => NetworkCheck.EnergyPj();
}
