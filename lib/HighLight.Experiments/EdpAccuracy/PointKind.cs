namespace HighLight.Experiments.EdpAccuracy;

/// <summary>What a point stands for, and so whether the frontier counts it.</summary>
public enum PointKind
{
    /// <summary>A design with weights pruned for it, or dense. It counts.</summary>
    Own,

    /// <summary>A design with weights that were pruned for another. It counts.</summary>
    SharedWeights,

    /// <summary>Weights trained several times as long. It counts for the frontier of any training only.</summary>
    ExtendedTraining,

    /// <summary>An accuracy that is recalled, with nothing public behind it. Shown, not counted.</summary>
    Recalled,

    /// <summary>Another reading of a design. Shown, not counted.</summary>
    Reading,
}
