using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>Energy by component, in pJ.</summary>
/// <param name="Mac">Multipliers and adders, gated ones included.</param>
/// <param name="Registers">Operand registers, their metadata included.</param>
/// <param name="Accumulation">Register files of partial sums.</param>
/// <param name="Safs">Sparsity hardware: selection muxes, fetch units, decoders, compression.</param>
/// <param name="LevelCount">Levels of the design's storage.</param>
/// <param name="Levels">The storage, in the order of <see cref="Accelerator.Levels"/>.</param>
public readonly record struct EnergyBreakdown(
    double Mac, double Registers, double Accumulation, double Safs, int LevelCount, in PerLevel<LevelEnergy> Levels)
{
    private readonly PerLevel<LevelEnergy> _levels = Levels;

    /// <summary>The storage, in the order of <see cref="Accelerator.Levels"/>.</summary>
    public PerLevel<LevelEnergy> Levels
    {
        get => _levels;
        init => _levels = value;
    }

    /// <summary>Data of the levels between DRAM and the registers: of the global buffer, where it is the only one.</summary>
    public double Buffer
    {
        get
        {
            double sum = 0;
            for (var level = 1; level < LevelCount; level++)
            {
                sum += _levels[level].Data;
            }

            return sum;
        }
    }

    /// <summary>Metadata of the levels between DRAM and the registers.</summary>
    public double Metadata
    {
        get
        {
            double sum = 0;
            for (var level = 1; level < LevelCount; level++)
            {
                sum += _levels[level].Metadata;
            }

            return sum;
        }
    }

    /// <summary>The outermost level, data and metadata.</summary>
    public double Dram => _levels[0].Data;

    /// <summary>The sum of the components, in pJ.</summary>
    public double Total => Mac + Registers + Accumulation + Buffer + Metadata + Dram + Safs;

    /// <summary>Component by component, this and <paramref name="count"/> times <paramref name="other"/>; both of the same levels.</summary>
    public EnergyBreakdown Plus(in EnergyBreakdown other, double count = 1)
    {
        var levelCount = Math.Max(LevelCount, other.LevelCount);
        PerLevel<LevelEnergy> levels = default;
        for (var level = 0; level < levelCount; level++)
        {
            levels[level] = new(
                _levels[level].Data + (count * other._levels[level].Data), _levels[level].Metadata + (count * other._levels[level].Metadata));
        }

        return new(
            Mac + (count * other.Mac),
            Registers + (count * other.Registers),
            Accumulation + (count * other.Accumulation),
            Safs + (count * other.Safs),
            levelCount,
            levels);
    }

    /// <summary>The components by name, from the multipliers outwards, the storage on chip as one: a view for tables and figures.</summary>
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

    /// <summary>The same with every level of a design's storage by its name.</summary>
    /// <param name="design">The design that was evaluated.</param>
    public IEnumerable<(string Name, double Pj)> Components(Accelerator design)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Levels.Count == 2)
        {
            return Components();
        }

        var levels = Levels;
        var storage = Enumerable.Range(1, Math.Max(0, LevelCount - 1)).Reverse()
            .SelectMany(level => ((string, double)[])
            [
                (design.Levels[level].Name, levels[level].Data), ($"{design.Levels[level].Name} metadata", levels[level].Metadata),
            ]);
        return
        [
            ("MAC", Mac),
            ("operand registers", Registers),
            ("partial sums", Accumulation),
            .. storage,
            (design.Dram.Name, Dram),
            ("sparsity hardware", Safs),
        ];
    }
}
