namespace HighLight.Hardware;

/// <summary>The area of a part of a design.</summary>
/// <param name="Name">The part.</param>
/// <param name="Mm2">Its area in mm².</param>
/// <param name="IsSaf">Whether it is there for sparsity alone.</param>
public sealed record AreaComponent(string Name, double Mm2, bool IsSaf);
