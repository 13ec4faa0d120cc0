using HighLight.Technology;

namespace HighLight.Hardware;

/// <summary>The registers beside the multipliers.</summary>
/// <param name="ReadsPerMacOfA">Register accesses for A that one multiply takes.</param>
/// <param name="ReadsPerMacOfB">The same for B; 0 where B is broadcast and not registered.</param>
/// <param name="WritesPerWordOfA">Register accesses for each word of A that arrives from the buffer.</param>
/// <param name="WritesPerWordOfB">The same for B.</param>
public sealed record OperandRegisters(double ReadsPerMacOfA, double ReadsPerMacOfB, double WritesPerWordOfA, double WritesPerWordOfB)
{
    /// <summary>One word a multiplier holds A; B is broadcast.</summary>
    public static OperandRegisters StationaryA { get; } = new(1, 0, 1, 0);

    /// <summary>What they are made of: <see cref="Components.OperandRegister"/>, or <see cref="Components.SmallRegisterFile"/> of <see cref="SizeBytes"/>.</summary>
    public string Component { get; init; } = Components.OperandRegister;

    /// <summary>Accesses of a local accumulator that one multiply takes; 0 where products are added in space.</summary>
    public double AccumulatorAccessesPerMac { get; init; }

    /// <summary>Width of an access in bits, which sets its energy.</summary>
    public int AccessBits { get; init; } = 8;

    /// <summary>Bytes of the register file; 0 for a plain register.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Where metadata passes; null: operand registers, by the bit.</summary>
    public ComponentKey? MetadataKey { get; init; }

    internal void Check(ProblemList problems, string path)
    {
        const int MostBits = 1 << 16;
        const long MostBytes = 1L << 40;
        problems.Amount($"{path}.{nameof(ReadsPerMacOfA)}", ReadsPerMacOfA);
        problems.Amount($"{path}.{nameof(ReadsPerMacOfB)}", ReadsPerMacOfB);
        problems.Amount($"{path}.{nameof(WritesPerWordOfA)}", WritesPerWordOfA);
        problems.Amount($"{path}.{nameof(WritesPerWordOfB)}", WritesPerWordOfB);
        problems.Amount($"{path}.{nameof(AccumulatorAccessesPerMac)}", AccumulatorAccessesPerMac);
        problems.Within($"{path}.{nameof(AccessBits)}", AccessBits, 1, MostBits);
        problems.Within($"{path}.{nameof(SizeBytes)}", SizeBytes, 0, MostBytes);
        if (string.IsNullOrWhiteSpace(Component))
        {
            problems.Add($"{path}.{nameof(Component)}", "empty", "a component of the technology table");
        }
    }
}
