using BenchmarkDotNet.Running;
using HighLight.Benchmarks;

return args is ["--check"]
    ? QuickCheck.Run(Console.Out) | NetworkCheck.Run(Console.Out) | SimulationCheck.Run(Console.Out)
    : BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args).Any() ? 0 : 1;
