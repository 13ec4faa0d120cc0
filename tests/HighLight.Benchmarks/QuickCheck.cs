using System.Diagnostics;

namespace HighLight.Benchmarks;

/// <summary>The short form for continuous integration: seconds, not minutes. It fails on bytes allocated, which are exact; times are printed, and judged by their ratio.</summary>
internal static class QuickCheck
{
    /// <summary>A search tries some hundred mappings; beyond this many evaluations its space has grown.</summary>
    private const double MostEvaluationsOfASearch = 500;

    /// <summary>Measures all designs.</summary>
    /// <returns>0 where every design passes, otherwise 1.</returns>
    public static int Run(TextWriter output)
    {
        var passes = true;
        var microseconds = new List<double>();
        output.WriteLine("design       fixed ns   bytes   mapper µs   bytes   mapper/fixed");
        foreach (var @case in EvaluationCase.All)
        {
            var (fixedNs, fixedBytes) = Measure(() => @case.FixedMapping().EnergyPj, 20_000);
            var (mapperNs, mapperBytes) = Measure(() => @case.WithMapper().EnergyPj, 500);
            var ratio = mapperNs / fixedNs;
            var ok = fixedBytes == 0 && mapperBytes == 0 && ratio <= MostEvaluationsOfASearch;
            passes &= ok;
            microseconds.Add(mapperNs / 1000);
            output.WriteLine(Invariant($"{@case.Name,-10} {fixedNs,10:0} {fixedBytes,7} {mapperNs / 1000,11:0.0} {mapperBytes,7} {ratio,14:0}{(ok ? "" : "  FAILS")}"));
        }

        output.WriteLine(Invariant($"mapper on average {microseconds.Average():0.0} µs (budget 50 µs on a quiet machine)"));
        output.WriteLine(passes ? "No evaluation allocates." : Invariant($"Expected 0 bytes and at most {MostEvaluationsOfASearch} evaluations' time for a search."));
        return passes ? 0 : 1;
    }

    /// <summary>The best of five rounds, after as many to warm up; bytes are those of all measured rounds. The sum keeps the work from being optimised away.</summary>
    private static (double Nanoseconds, long Bytes) Measure(Func<double> action, int repetitions)
    {
        var best = double.PositiveInfinity;
        long bytes = 0;
        double sum = 0;
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repetitions; i++)
            {
                sum += action();
            }

            var elapsed = Stopwatch.GetElapsedTime(start);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (round >= 5)
            {
                best = Math.Min(best, elapsed.TotalNanoseconds / repetitions);
                bytes += allocated;
            }
        }

        return sum > 0 ? (best, bytes) : throw new InvalidOperationException("An evaluation cost no energy.");
    }
}
