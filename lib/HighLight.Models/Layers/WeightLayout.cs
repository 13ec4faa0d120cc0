namespace HighLight.Models.Layers;

/// <summary>Order in which a file stores a weight matrix, seen from the layer.</summary>
public enum WeightLayout
{
    /// <summary>One row an output channel: M×K, the orientation of operand A. Convolutions are always stored so.</summary>
    OutputByInput,

    /// <summary>One row an input channel: K×M, the transpose of operand A.</summary>
    InputByOutput,
}
