using System.Collections.Immutable;
using HighLight.Models.Pruning;
using HighLight.Models.Runtime.Comparison;
using HighLight.Models.Runtime.Execution;

namespace HighLight.Commands.Models;

/// <summary>What came of a <see cref="PrunePlan"/>.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Pruned">The model, pruned and written.</param>
/// <param name="Sizes">Its layers as .hss files; tensors that layers share once.</param>
/// <param name="Inputs">What both versions ran on.</param>
/// <param name="Error">The outputs' error; null when the models could not be run.</param>
/// <param name="Message">Why not.</param>
internal sealed record PruneOutcome(
    PrunePlan Plan,
    PrunedModel Pruned,
    ImmutableArray<CompressedLayer> Sizes,
    ImmutableArray<ModelTensor> Inputs,
    OutputComparison? Error,
    string? Message)
{
    /// <summary>The size of a layer; null when an earlier one stores its tensor.</summary>
    public CompressedLayer? SizeOf(PrunedLayer layer) => Sizes.FirstOrDefault(size => ReferenceEquals(size.Layer, layer));
}
