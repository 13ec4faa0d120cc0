using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>
/// How networks are run where they are compared with the paper's points of ResNet-50. Its text does not say the batch and the width of partial sums; both are calibrated here, within
/// what is plausible, to those digitised points and to no other network. Everything else is as by default.
/// </summary>
public static class CalibratedSetup
{
    /// <summary>
    /// Images at once (calibrated; default 1). With one image the weights are the larger part of DRAM traffic, so that what a design makes of activations weighs little; from 4 images on
    /// the normalised EDP hardly changes (less than 2 % up to 16).
    /// </summary>
    public const int Batch = 4;

    /// <summary>
    /// Bits of a partial sum (calibrated; default 8, as the predecessor's artifact counts). Products of 8-bit operands have 15 bits and a sign; a sum of K of them with random signs
    /// grows by half of log2 K, 6 bits for the K = 4608 of ResNet-50: 22 bits, so 24 hold it. Hardware has 24 or 32.
    /// </summary>
    public const int AccumulatorBits = 24;

    /// <summary>A design with the calibrated width of partial sums.</summary>
    public static Accelerator Of(Accelerator design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return design with { Accumulation = design.Accumulation with { AccumulatorBits = Math.Max(AccumulatorBits, design.Accumulation.AccumulatorBits) } };
    }

    /// <summary>
    /// A request of one design for a network of the calibrated batch. Groups of patterns run on from tap to tap of a filter, so that a pattern's density is what is stored, as the paper's
    /// inferred degrees take it; padding in every tap would raise 4:7→2:4 on 64 channels from .286 to .375.
    /// </summary>
    /// <param name="network">The network, one image or sequence.</param>
    /// <param name="design">The design as it is by default.</param>
    /// <param name="assignment">The zeros of the weights.</param>
    public static NetworkRequest Request(Network network, Accelerator design, PatternAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(network.WithBatch(Batch), Of(design)) { Assignment = assignment, GroupsStraddleTaps = true };
    }
}
