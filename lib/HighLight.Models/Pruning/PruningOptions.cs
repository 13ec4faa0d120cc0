using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Models.Pruning;

/// <summary>Which layers of a model are pruned, and what becomes of channels that fill no group.</summary>
public sealed record PruningOptions
{
    /// <summary>First convolution, classifier, depthwise convolutions and shared tensors stay dense; tails are padded.</summary>
    public static PruningOptions Default { get; } = new();

    /// <summary>Whether the first convolution and the classifier are pruned (<see cref="Layers.LayerWeights.Role"/> says which these are).</summary>
    public PruningPolicy Policy { get; init; } = PruningPolicy.Default;

    /// <summary>
    /// Channels at the end of a segment that fill no group of the pattern: padded with zeros to a group (the default), left dense, or an error. For pruning to a
    /// pattern; a pruner of one's own brings its policy along.
    /// </summary>
    public TailPolicy Tails { get; init; } = TailPolicy.Pad;

    /// <summary>
    /// Whether depthwise convolutions are pruned. Their filters see one input channel: an HSS pattern has nothing to choose from there, other pruners may.
    /// </summary>
    public bool Depthwise { get; init; }

    /// <summary>Whether weights are pruned that another operator of the model reads too (an embedding table that is also the last layer): it sees the zeros as well.</summary>
    public bool SharedTensors { get; init; }
}
