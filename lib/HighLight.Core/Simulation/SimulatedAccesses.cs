using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>What one level of storage moved of one operand.</summary>
/// <param name="ReadWords">Words read from the level, inwards or, of Z, outwards.</param>
/// <param name="WriteWords">Words written into it.</param>
/// <param name="ReadMetadataBits">Metadata bits read.</param>
/// <param name="WriteMetadataBits">Metadata bits written.</param>
public readonly record struct SimulatedAccesses(long ReadWords, long WriteWords, long ReadMetadataBits, long WriteMetadataBits)
{
    internal static SimulatedAccesses Of(OperandCounters counters) =>
        new(counters.ReadWords, counters.WriteWords, counters.ReadBits, counters.WriteBits);
}
