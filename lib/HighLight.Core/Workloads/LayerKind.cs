namespace HighLight.Workloads;

/// <summary>What a row of a layer table describes.</summary>
internal enum LayerKind
{
    /// <summary>A matrix product, by its dimensions.</summary>
    Gemm,

    /// <summary>A convolution, by its geometry.</summary>
    Conv,
}
