using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>
/// Cycles by resource: the timeline of the array, and the time for which the counted transfers occupy each port and channel. Transfers
/// overlap with work perfectly; the largest is the total.
/// </summary>
/// <param name="Ideal">Multiplies that took a cycle, over the multipliers: no edge of the array is idle.</param>
/// <param name="Compute">The array's timeline, stalls included.</param>
/// <param name="Buffer">The busiest port of the levels on chip: of the global buffer, where it is the only one.</param>
/// <param name="DramRead">Reading DRAM.</param>
/// <param name="DramWrite">Writing DRAM.</param>
public readonly record struct SimulatedCycles(double Ideal, double Compute, double Buffer, double DramRead, double DramWrite)
{
    /// <summary>The busiest port of each level on chip, in the order of <see cref="Accelerator.Levels"/>; 0 for the outermost.</summary>
    public PerLevel<double> Levels { get; init; }

    /// <summary>The total: the largest of them.</summary>
    public double Cycles => Math.Max(Math.Max(Compute, Buffer), Math.Max(DramRead, DramWrite));

    internal static SimulatedCycles Of(Accelerator design, DatapathRun run)
    {
        var times = TransferTimes.Of(design, run.Counters);
        PerLevel<double> levels = default;
        for (var level = 0; level < times.Levels.Length; level++)
        {
            levels[level] = times.Levels[level];
        }

        var executed = run.Counters.MacsDone + run.Counters.MacsGated;
        return new((double)executed / design.Array.Multipliers, run.Clock.Cycles, times.Levels.Max(), times.DramRead, times.DramWrite)
        {
            Levels = levels,
        };
    }
}
