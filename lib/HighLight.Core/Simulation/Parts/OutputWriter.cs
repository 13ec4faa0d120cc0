using HighLight.Hardware;
using HighLight.Tensors;

namespace HighLight.Simulation.Parts;

/// <summary>Writes Z to DRAM; with a compression unit as a bitmask and its nonzeros, where that is smaller for all of Z.</summary>
internal static class OutputWriter
{
    public static void Write(Accelerator design, Matrix<int> z, ActionCounters counters)
    {
        long values = z.Values.Length;
        var nonzeros = values - z.Values.Count(0);
        var compresses = design.CompressesOutput && (nonzeros * design.WordBits) + values < values * design.WordBits;
        counters.DramWriteWords += compresses ? nonzeros : values;
        counters.DramWriteMetadataBits += compresses ? values : 0;
    }
}
