namespace HighLight.Experiments.Figures.Layers;

/// <summary>A cell of a <see cref="HeatMap"/>.</summary>
/// <param name="X">Its column.</param>
/// <param name="Y">Its row.</param>
/// <param name="Value">What its colour shows; null, NaN and infinities leave it empty.</param>
/// <param name="Text">What is written into it, or null.</param>
public sealed record HeatMapCell(string X, string Y, double? Value, string? Text = null);
