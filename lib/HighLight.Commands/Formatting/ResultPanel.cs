using System.Collections.Immutable;

namespace HighLight.Commands.Formatting;

/// <summary>Stacked bars of one quantity.</summary>
/// <param name="Title">What the panel shows.</param>
/// <param name="Quantity">What the length of a bar is.</param>
/// <param name="Unit">Its unit; empty for none.</param>
/// <param name="Bars">The parts of the bars, in order.</param>
internal sealed record ResultPanel(string Title, string Quantity, string Unit, ImmutableArray<ResultBar> Bars);
