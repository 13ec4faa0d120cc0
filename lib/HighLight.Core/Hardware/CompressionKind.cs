namespace HighLight.Hardware;

/// <summary>How a design stores a sparse operand.</summary>
public enum CompressionKind
{
    /// <summary>Uncompressed.</summary>
    None,

    /// <summary>Coordinate-payload: an offset for each kept value and each kept block.</summary>
    Offsets,

    /// <summary>One bit for each value, kept or not.</summary>
    Bitmask,
}
