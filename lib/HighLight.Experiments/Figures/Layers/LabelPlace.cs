namespace HighLight.Experiments.Figures.Layers;

/// <summary>Where the text of <see cref="Points"/> stands.</summary>
public enum LabelPlace
{
    /// <summary>Above the point.</summary>
    Above,

    /// <summary>Above it to the right: clear of a stair of lines that goes down through the points.</summary>
    AboveRight,
}
