using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>What one level of storage moved, by operand; all 0 for an operand that passes the level by.</summary>
/// <param name="Name">The level's name.</param>
/// <param name="A">Weights.</param>
/// <param name="B">Activations.</param>
/// <param name="Z">Outputs, finished.</param>
/// <param name="SumsRead">Partial sums read, each of <see cref="Hardware.Accelerator.SpilledSumBits"/>.</param>
/// <param name="SumsWritten">Partial sums written.</param>
public sealed record SimulatedLevel(
    string Name, SimulatedAccesses A, SimulatedAccesses B, SimulatedAccesses Z, long SumsRead, long SumsWritten)
{
    /// <summary>Words of A and B written: what fills the level.</summary>
    public long FilledWords => A.WriteWords + B.WriteWords;

    /// <summary>Metadata bits read.</summary>
    public long ReadMetadataBits => A.ReadMetadataBits + B.ReadMetadataBits + Z.ReadMetadataBits;

    /// <summary>Metadata bits written.</summary>
    public long WriteMetadataBits => A.WriteMetadataBits + B.WriteMetadataBits + Z.WriteMetadataBits;

    internal static SimulatedLevel Of(string name, LevelCounters counters) => new(
        name,
        SimulatedAccesses.Of(counters.A),
        SimulatedAccesses.Of(counters.B),
        SimulatedAccesses.Of(counters.Z),
        counters.SumsRead,
        counters.SumsWritten);
}
