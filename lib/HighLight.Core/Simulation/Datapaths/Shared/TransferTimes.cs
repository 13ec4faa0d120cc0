using HighLight.Hardware;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Cycles for which counted transfers occupy the ports of the global buffer and the channel to DRAM.</summary>
/// <param name="Buffer">The busiest port of the global buffer.</param>
/// <param name="DramRead">Reading DRAM.</param>
/// <param name="DramWrite">Writing DRAM.</param>
internal readonly record struct TransferTimes(double Buffer, double DramRead, double DramWrite)
{
    public static TransferTimes Of(Accelerator design, ActionCounters counters)
    {
        var (buffer, dram) = (design.GlobalBuffer, design.Dram);
        var toArray = Bits(counters.BufferReadWordsA) + Bits(counters.BufferReadWordsB) + counters.MetadataReadBits;
        var besideB = Bits(counters.BufferReadWordsA + counters.BufferWriteWords) + counters.MetadataReadBits + counters.MetadataWriteBits;
        var read = Bits(counters.DramReadWordsA + counters.DramReadWordsB) + counters.DramReadMetadataBits + Sums(counters.DramReadSums);
        var written = Bits(counters.DramWriteWords) + counters.DramWriteMetadataBits + Sums(counters.DramWriteSums);
        return new(
            buffer.SharedPortWords is { } words
                ? toArray / Bits(words)
                : Math.Max(Bits(counters.BufferReadWordsB), besideB) / (8.0 * buffer.RowBytes),
            read / (8.0 * dram.ReadBytesPerCycle),
            written / (8.0 * dram.WriteBytesPerCycle));

        double Bits(long words) => (double)words * design.WordBits;
        double Sums(long sums) => (double)sums * design.SpilledSumBits;
    }
}
