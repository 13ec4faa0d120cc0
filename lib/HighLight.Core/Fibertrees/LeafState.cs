namespace HighLight.Fibertrees;

/// <summary>How a value, or a coordinate above it, is drawn; the larger state wins for a coordinate.</summary>
internal enum LeafState
{
    /// <summary>Dropped before the step that is shown.</summary>
    PrunedEarlier,

    /// <summary>Dropped between the two trees that are shown.</summary>
    Pruned,

    /// <summary>Still there.</summary>
    Kept,
}
