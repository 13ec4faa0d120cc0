namespace HighLight.Experiments.Figures.Layers;

/// <summary>Where the text of <see cref="Points"/> stands.</summary>
public enum LabelPlace
{
    /// <summary>Above the point.</summary>
    Above,

    /// <summary>Below it to the left: clear of a frontier that lies above and to the right.</summary>
    BelowLeft,
}
