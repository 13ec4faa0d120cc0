using HighLight.Evaluation.Densities;
using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>How Z is written and how a shortcut, an earlier Z, is read: per value, compressed with a bitmask where the design compresses outputs and that is smaller.</summary>
internal sealed class OutputTraffic
{
    public OutputTraffic(Accelerator design, double density, double? shortcut)
    {
        (WrittenShare, WrittenMetadataBits) = Stored(design, density);
        (ShortcutShare, ShortcutMetadataBits) = shortcut is { } known ? Stored(design, known) : (0, 0);
    }

    /// <summary>Words written for each value of Z.</summary>
    public double WrittenShare { get; }

    /// <summary>Metadata bits written for each value of Z.</summary>
    public double WrittenMetadataBits { get; }

    /// <summary>Words of the shortcut read for each value of Z.</summary>
    public double ShortcutShare { get; }

    /// <summary>Metadata bits of the shortcut read for each value of Z.</summary>
    public double ShortcutMetadataBits { get; }

    private static (double Words, double Bits) Stored(Accelerator design, double density)
    {
        OccupancyDistribution.ThrowIfNoDensity(density);
        return design.CompressesOutput && (density * design.WordBits) + 1 < design.WordBits ? (density, 1) : (1, 0);
    }
}
