namespace HighLight.Experiments.Results;

/// <summary>How sure a value of the paper is.</summary>
public enum Confidence
{
    /// <summary>Read in a public text, which the source names.</summary>
    Sourced,

    /// <summary>Widely recalled of the paper, not confirmed in any public text.</summary>
    Recalled,

    /// <summary>Measured off a published picture; the source states the accuracy.</summary>
    Digitised,
}
