namespace HighLight.Models.Runtime.Networks;

/// <summary>Which zeros of activations count.</summary>
public enum ActivationZeros
{
    /// <summary>Zeros after symmetric quantisation of each tensor to int8, which is what accelerators compute in.</summary>
    Int8,

    /// <summary>Zeros of the floating-point run alone: those that ReLU and the like make.</summary>
    FloatingPoint,
}
