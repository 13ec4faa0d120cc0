namespace HighLight.Workloads;

/// <summary>Which layers are pruned. By default all but the first convolution and the classifier; products of activations never are, for they have no weights.</summary>
public sealed record PruningPolicy
{
    /// <summary>All layers with weights but the first convolution and the classifier.</summary>
    public static PruningPolicy Default { get; } = new();

    /// <summary>All layers with weights.</summary>
    public static PruningPolicy AllWeights { get; } = new() { FirstConvolution = true, Classifier = true };

    /// <summary>Whether the first convolution is pruned.</summary>
    public bool FirstConvolution { get; init; }

    /// <summary>Whether the classifier is pruned.</summary>
    public bool Classifier { get; init; }

    /// <summary>Whether a layer of a role is pruned.</summary>
    public bool Prunes(LayerRole role) => role switch
    {
        LayerRole.Hidden => true,
        LayerRole.FirstConvolution => FirstConvolution,
        LayerRole.Classifier => Classifier,
        _ => false,
    };
}
