using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>A figure of results as data. A view decides what it looks like, or leaves it out where it cannot draw.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Panels">What stands side by side; at least one.</param>
internal sealed record ResultFigure(string Title, ImmutableArray<ResultPanel> Panels);
