namespace HighLight.Technology;

/// <summary>A number from a technology table with where it comes from.</summary>
/// <param name="Value">The energy of one action in pJ, or an area in µm².</param>
/// <param name="Tag">What the number rests on; <see cref="Provenance.Derived"/> at best when it was scaled.</param>
/// <param name="Source">The public source, or for a scaled number the row and the rule it was scaled by.</param>
public readonly record struct SourcedValue(double Value, Provenance Tag, string Source);
