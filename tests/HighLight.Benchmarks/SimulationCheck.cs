using System.Diagnostics;

namespace HighLight.Benchmarks;

/// <summary>The short form for the simulators: it fails on bytes allocated, which are those of operands and tiles and do not grow with cycles; rates are printed beside their budget.</summary>
internal static class SimulationCheck
{
    /// <summary>Operands are encoded tile by tile, then packed into rows: some copies of each.</summary>
    private const double MostCopies = 8;

    /// <summary>Measures all cases.</summary>
    /// <returns>0 where every case passes, otherwise 1.</returns>
    public static int Run(TextWriter output)
    {
        var passes = true;
        output.WriteLine("simulation          million MACs/s    budget   bytes/operand bytes");
        foreach (var @case in SimulationCase.All)
        {
            var (rate, bytes) = Measure(@case);
            var copies = (double)bytes / SimulationCase.Bytes;
            var ok = copies <= MostCopies;
            passes &= ok;
            output.WriteLine(Invariant($"{@case.Name,-18} {rate / 1e6,15:0} {@case.Budget / 1e6,9:0} {copies,21:0.0}{(ok ? "" : "  FAILS")}{(rate < @case.Budget ? "  below its budget" : "")}"));
        }

        output.WriteLine(passes ? "No simulation allocates more than a few copies of its operands." : Invariant($"Expected at most {MostCopies} copies."));
        return passes ? 0 : 1;
    }

    private static (double Rate, long Bytes) Measure(SimulationCase @case)
    {
        double rate = 0;
        long bytes = 0;
        for (var round = 0; round < 4; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var result = @case.Run();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            rate = Math.Max(rate, result.Counts.MacsDone / seconds);
        }

        return (rate, bytes);
    }
}
