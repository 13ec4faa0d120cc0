using System.Collections.Immutable;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Models.Runtime.Measurement;

/// <summary>One tensor of a run: its name in the graph, its shape, and what was counted in it.</summary>
/// <param name="Name">Name in the graph.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Statistics">What was counted.</param>
public sealed record MeasuredTensor(string Name, ImmutableArray<int> Shape, TensorStatistics Statistics)
{
    /// <summary>Share of nonzeros in floating point, 0..1.</summary>
    public double Density => Statistics.Density;

    /// <summary>Share of nonzeros after symmetric quantisation to int8, 0..1.</summary>
    public double Int8Density => Statistics.Int8Density;

    /// <summary>Name, shape and density.</summary>
    public override string ToString() => $"{Name}[{string.Join(", ", Shape)}]: {Statistics}";

    internal static MeasuredTensor Of(ModelTensor tensor) => new(tensor.Name, tensor.Shape, TensorStatistics.Of(tensor.Values.Span));
}
