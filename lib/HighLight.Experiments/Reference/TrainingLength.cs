namespace HighLight.Experiments.Reference;

/// <summary>How long a sparse network was trained.</summary>
public enum TrainingLength
{
    /// <summary>As long as its authors train such networks.</summary>
    Usual,

    /// <summary>Several times as long as the dense network: more accurate, and not to be compared with usual training.</summary>
    Extended,
}
