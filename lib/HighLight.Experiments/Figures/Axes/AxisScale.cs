namespace HighLight.Experiments.Figures.Axes;

/// <summary>How an <see cref="Axis"/> places values.</summary>
public enum AxisScale
{
    /// <summary>Numbers at equal distances.</summary>
    Linear,

    /// <summary>Positive numbers at equal ratios.</summary>
    Logarithmic,

    /// <summary>Names, side by side.</summary>
    Category,
}
