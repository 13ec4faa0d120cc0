namespace HighLight.Experiments.Reference;

/// <summary>For which design the weights of an <see cref="AccuracyPair"/> were pruned.</summary>
public enum WeightsOrigin
{
    /// <summary>For the design they are paired with.</summary>
    Own,

    /// <summary>For another design, whose weights this one runs as well.</summary>
    Shared,
}
