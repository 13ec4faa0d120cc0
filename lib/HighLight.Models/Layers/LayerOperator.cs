namespace HighLight.Models.Layers;

/// <summary>The operators whose weights are read: those that are matrix products.</summary>
public enum LayerOperator
{
    /// <summary>Convolution over any number of spatial dimensions.</summary>
    Conv,

    /// <summary>General matrix product, <c>alpha·A·B + beta·C</c>.</summary>
    Gemm,

    /// <summary>Matrix product, stacked over leading dimensions.</summary>
    MatMul,
}
