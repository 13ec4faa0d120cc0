using HighLight.Hardware;

namespace HighLight.Experiments.Degrees;

/// <summary>The selection muxes of a family under one set of assumptions.</summary>
internal sealed record MuxRow(string Family, SelectionMuxes Muxes)
{
    public double Words => Muxes.WordsPerLane.ToDouble();

    public double Selectors => Muxes.SelectorsPerLane.ToDouble();
}
