using System.Collections.Immutable;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;

namespace HighLight.Experiments.Figures;

/// <summary>One pair of axes and what is drawn between them. A figure has one panel, or several side by side.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Layers">What is drawn, the first one at the bottom.</param>
public sealed record Panel(Axis X, Axis Y, params ImmutableArray<Layer> Layers)
{
    /// <summary>What this panel shows; written above it where a figure has several.</summary>
    public string? Title { get; init; }
}
