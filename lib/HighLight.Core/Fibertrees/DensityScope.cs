namespace HighLight.Fibertrees;

/// <summary>What the density of an unconstrained rank refers to.</summary>
public enum DensityScope
{
    /// <summary>Each fiber of the rank keeps the share of its own coordinates.</summary>
    Fiber,

    /// <summary>The coordinates of all fibers of the rank compete: some fibers keep more, some less.</summary>
    Rank,
}
