using BenchmarkDotNet.Running;
using HighLight.Benchmarks;

return args switch
{
    ["--check"] => QuickCheck.Run(Console.Out) | NetworkCheck.Run(Console.Out) | SimulationCheck.Run(Console.Out),
    ["--fit-conflicts"] => ConflictFit.Run(Console.Out),
    _ => BenchmarkSwitcher.FromAssembly(typeof(EvaluationBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
