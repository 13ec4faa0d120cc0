namespace HighLight.Experiments.Figures.Layers;

/// <summary>The shape of the markers of <see cref="Points"/>.</summary>
public enum MarkerShape
{
    /// <summary>A shape for each series, so that a grey print can be read.</summary>
    BySeries,

    /// <summary>A short vertical stroke: positions on a line, such as a spectrum of degrees.</summary>
    Tick,
}
