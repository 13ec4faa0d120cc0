namespace HighLight.Workloads;

/// <summary>What a layer is to pruning.</summary>
public enum LayerRole
{
    /// <summary>A layer with weights inside the network.</summary>
    Hidden,

    /// <summary>The convolution, or patch embedding, that reads the network's input.</summary>
    FirstConvolution,

    /// <summary>The layer that makes the network's output: class scores, or scores of a vocabulary.</summary>
    Classifier,

    /// <summary>A product of two activations, as in attention. It has no weights to prune.</summary>
    ActivationProduct,
}
