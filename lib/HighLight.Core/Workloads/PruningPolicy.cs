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

    /// <summary>Whether a layer is pruned.</summary>
    public bool Prunes(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Prunes(layer.Role);
    }

    /// <summary>Why a layer is pruned or not, for a table of layers: <c>first convolution: the policy leaves it dense</c>.</summary>
    public string Reason(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var decision = Prunes(layer.Role) ? "the policy prunes it" : "the policy leaves it dense";
        return layer.Role switch
        {
            LayerRole.FirstConvolution => $"first convolution: {decision}",
            LayerRole.Classifier => $"classifier: {decision}",
            LayerRole.ActivationProduct => "product of activations: no weights to prune",
            _ => $"hidden layer: {decision}",
        };
    }
}
