namespace HighLight.Evaluation;

/// <summary>Energy by component, in pJ.</summary>
/// <param name="Mac">Multipliers and adders, gated ones included.</param>
/// <param name="Registers">Operand registers, their metadata included.</param>
/// <param name="Accumulation">Register files of partial sums.</param>
/// <param name="Buffer">Global buffer, data.</param>
/// <param name="Metadata">Global buffer, metadata.</param>
/// <param name="Dram">DRAM, data and metadata.</param>
/// <param name="Safs">Sparsity hardware: selection muxes, fetch units, decoders, compression.</param>
public readonly record struct EnergyBreakdown(
    double Mac, double Registers, double Accumulation, double Buffer, double Metadata, double Dram, double Safs)
{
    /// <summary>The sum of the components, in pJ.</summary>
    public double Total => Mac + Registers + Accumulation + Buffer + Metadata + Dram + Safs;

    /// <summary>Component by component, this and <paramref name="count"/> times <paramref name="other"/>.</summary>
    public EnergyBreakdown Plus(in EnergyBreakdown other, double count = 1) => new(
        Mac + (count * other.Mac),
        Registers + (count * other.Registers),
        Accumulation + (count * other.Accumulation),
        Buffer + (count * other.Buffer),
        Metadata + (count * other.Metadata),
        Dram + (count * other.Dram),
        Safs + (count * other.Safs));

    /// <summary>The components by name, from the multipliers outwards: a view for tables and figures.</summary>
    public IEnumerable<(string Name, double Pj)> Components() =>
    [
        ("MAC", Mac),
        ("operand registers", Registers),
        ("partial sums", Accumulation),
        ("global buffer", Buffer),
        ("metadata buffer", Metadata),
        ("DRAM", Dram),
        ("sparsity hardware", Safs),
    ];
}
