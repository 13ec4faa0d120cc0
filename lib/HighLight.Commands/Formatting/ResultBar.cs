namespace HighLight.Commands.Formatting;

/// <summary>A part of a bar.</summary>
/// <param name="Category">The bar it belongs to.</param>
/// <param name="Series">What the part stands for; it decides the colour.</param>
/// <param name="Value">Its length, not negative; a gap where it is not finite.</param>
internal sealed record ResultBar(string Category, string Series, double Value);
