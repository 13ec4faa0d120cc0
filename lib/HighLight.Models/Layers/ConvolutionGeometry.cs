using System.Collections.Immutable;

namespace HighLight.Models.Layers;

/// <summary>
/// What a convolution is besides its weights. Arrays have one entry a spatial dimension, in the order of the tensor's (R, S for images).
/// </summary>
/// <param name="OutputChannels">Output channels of all groups, K.</param>
/// <param name="ChannelsPerGroup">Input channels that one output sees, C divided by the groups.</param>
/// <param name="Kernel">Size of the filter: R, S.</param>
/// <param name="Groups">Number of groups; equal to the input channels for a depthwise convolution.</param>
/// <param name="Strides">Step of the filter.</param>
/// <param name="Dilations">Distance of neighbouring taps of the filter.</param>
/// <param name="PadsBegin">Padding before the first element; zero, and to be computed, when <paramref name="AutoPad"/> asks for it.</param>
/// <param name="PadsEnd">Padding after the last element.</param>
/// <param name="AutoPad">ONNX's auto_pad: NOTSET (explicit pads), VALID, SAME_UPPER or SAME_LOWER.</param>
public sealed record ConvolutionGeometry(
    int OutputChannels,
    int ChannelsPerGroup,
    ImmutableArray<int> Kernel,
    int Groups,
    ImmutableArray<int> Strides,
    ImmutableArray<int> Dilations,
    ImmutableArray<int> PadsBegin,
    ImmutableArray<int> PadsEnd,
    string AutoPad)
{
    /// <summary>Whether every group has a single input channel.</summary>
    public bool IsDepthwise => Groups > 1 && ChannelsPerGroup == 1;
}
