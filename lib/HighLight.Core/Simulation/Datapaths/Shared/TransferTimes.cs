using System.Collections.Immutable;
using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Cycles for which counted transfers occupy the ports of each level on chip and the channel to the outermost one.</summary>
/// <param name="Levels">The busiest port of each level, in the order of the design's storage; 0 for the outermost.</param>
/// <param name="DramRead">Reading the outermost level.</param>
/// <param name="DramWrite">Writing it.</param>
internal sealed record TransferTimes(ImmutableArray<double> Levels, double DramRead, double DramWrite)
{
    public static TransferTimes Of(Accelerator design, ActionCounters counters)
    {
        var dram = counters.Levels[0];
        return new(
            [0, .. design.Levels.Zip(counters.Levels).Skip(1).Select(level => OfLevel(design, level.First, level.Second))],
            BitsRead(design, dram) / (8.0 * design.Dram.ReadBytesPerCycle),
            BitsWritten(design, dram) / (8.0 * design.Dram.WriteBytesPerCycle));
    }

    private static double OfLevel(Accelerator design, StorageLevel level, LevelCounters moved)
    {
        double read = BitsRead(design, moved), written = BitsWritten(design, moved);

        // One port reads words of B and nothing else; fills and metadata of B go over the other one.
        var wordsOfB = (double)moved.B.ReadWords * design.WordBits;
        var ports = level.SharedPortWords is { } words
            ? read / ((double)words * design.WordBits)
            : Math.Max(wordsOfB, read + written - wordsOfB) / (8.0 * level.RowBytes);
        return Math.Max(ports, Math.Max(read / (8.0 * level.ReadBytesPerCycle), written / (8.0 * level.WriteBytesPerCycle)));
    }

    private static double BitsRead(Accelerator design, LevelCounters moved) =>
        ((double)(moved.A.ReadWords + moved.B.ReadWords + moved.Z.ReadWords) * design.WordBits)
        + moved.A.ReadBits + moved.B.ReadBits + moved.Z.ReadBits
        + ((double)moved.SumsRead * design.SpilledSumBits);

    private static double BitsWritten(Accelerator design, LevelCounters moved) =>
        ((double)(moved.A.WriteWords + moved.B.WriteWords + moved.Z.WriteWords) * design.WordBits)
        + moved.A.WriteBits + moved.B.WriteBits + moved.Z.WriteBits
        + ((double)moved.SumsWritten * design.SpilledSumBits);
}
