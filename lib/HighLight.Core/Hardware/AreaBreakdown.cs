using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>Area by part. Control, network and pads are not modelled.</summary>
/// <param name="Components">The parts, from the multipliers outwards, then the sparsity hardware.</param>
public sealed record AreaBreakdown(ImmutableArray<AreaComponent> Components)
{
    /// <summary>The sum, in mm².</summary>
    public double TotalMm2 => Components.Sum(c => c.Mm2);

    /// <summary>Sparsity hardware, in mm². The metadata buffer counts as storage.</summary>
    public double SafMm2 => Components.Where(c => c.IsSaf).Sum(c => c.Mm2);

    /// <summary>Sparsity hardware over all.</summary>
    public double SafShare => SafMm2 / TotalMm2;
}
