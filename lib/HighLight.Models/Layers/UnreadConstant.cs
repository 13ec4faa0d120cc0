namespace HighLight.Models.Layers;

/// <summary>A constant that is in the file but is not read.</summary>
/// <param name="Reason">Why not.</param>
/// <param name="Count">Number of its elements; 0 when unknown.</param>
/// <param name="IsParameter">Whether it looks like trained parameters rather than a shape or an index.</param>
internal sealed record UnreadConstant(string Reason, long Count, bool IsParameter);
