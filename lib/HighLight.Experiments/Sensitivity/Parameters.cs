using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Technology;

namespace HighLight.Experiments.Sensitivity;

/// <summary>The parameters that the default run varies. Each change is a <c>with</c> on what a design has, so that it applies to variants as well.</summary>
public static class Parameters
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Parameter> All { get; } =
    [
        new("technology node", "65 nm", new Setting("45 nm") { Technology = _ => TechnologyTable.Node45 }),
        new("DRAM energy", "8 pJ/bit", DramEnergy("×½", 0.5), DramEnergy("×2", 2)),
        new("DRAM metadata", "charged", new Setting("free, as in Sparseloop 2022") { Design = d => d with { Dram = d.Dram with { ChargesMetadata = false } } }),
        new("global buffer ports", "two rows a cycle", new Setting("one of 42 words, as in Sparseloop 2022") { Design = d => d with { GlobalBuffer = d.GlobalBuffer with { SharedPortWords = 42 } } }),
        new("accumulator width", "8 bits", Accumulators(24), Accumulators(32)),
        new("word width", "8 bits", new Setting("16 bits") { Design = DoubleWords }, new Setting("16 bits, buffers doubled") { Design = d => DoubleBuffers(DoubleWords(d)) }),
        new("HighLight's stored B", "bitmask", new Setting("uncompressed") { Design = StoreGatedUncompressed }),
        new("buffer of TC", "320 KB", new Setting("256 KB") { Design = d => d.GlobalBuffer.MetadataCapacityBytes > 0 ? d : d with { GlobalBuffer = d.GlobalBuffer with { CapacityBytes = 256 * 1024 } } }),
        new("sparsity hardware energy", "gate counts", SafEnergy("×½", 0.5), SafEnergy("×2", 2)),
        new("timing of DSTC", "mean steps of 32×32 tiles", new Setting("mean utilisation, as in Sparseloop 2022") { Design = ByMeanUtilisation }),
        new("S2TA skips A too", "no", new Setting("yes") { Design = SkipA }),
    ];

    /// <summary>DRAM at a multiple of its energy.</summary>
    private static Setting DramEnergy(string label, double factor) => new(label)
    {
        Technology = table => table.With(
            Invariant($"{table.Name}, DRAM {label}"),
            table.Rows.Where(row => row.Key.Component == Components.Dram && !row.IsArea).Select(row => row with
            {
                Value = factor * row.Value,
                Tag = Provenance.Assumed,
                Source = Invariant($"{row.Value} pJ × {factor}; {row.Source}"),
            })),
    };

    private static Setting Accumulators(int bits) => new(Invariant($"{bits} bits"))
    {
        Design = d => d with { Accumulation = d.Accumulation with { AccumulatorBits = bits } },
    };

    private static Setting SafEnergy(string label, double factor) => new(label)
    {
        Design = d => d with { SafAccounting = d.SafAccounting with { EnergyFactor = factor } },
    };

    private static Accelerator DoubleWords(Accelerator design) => design.WithWordBits(16);

    /// <summary>As many words in the buffers as with 8 bits.</summary>
    private static Accelerator DoubleBuffers(Accelerator design) => design with
    {
        GlobalBuffer = design.GlobalBuffer with { CapacityBytes = 2 * design.GlobalBuffer.CapacityBytes },
    };

    private static Accelerator StoreGatedUncompressed(Accelerator design) => design.B.UnstructuredZeros == ZeroAction.Gate
        ? design with { B = design.B with { UnstructuredFormat = CompressionKind.None } }
        : design;

    private static Accelerator ByMeanUtilisation(Accelerator design) => design.Skipping is SkippingScheme.OuterProduct
        ? design with { Skipping = new SkippingScheme.OuterProduct(64, 16, 32, 16) { ByMeanUtilisation = true } }
        : design;

    private static Accelerator SkipA(Accelerator design) => design.Skipping is SkippingScheme.TimeUnrolled unrolled
        ? design with { Skipping = unrolled with { AlsoA = true } }
        : design;
}
