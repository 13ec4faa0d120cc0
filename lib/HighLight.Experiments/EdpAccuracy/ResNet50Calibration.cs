using HighLight.Evaluation;
using HighLight.Evaluation.Networks;
using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Experiments.EdpAccuracy;

/// <summary>
/// How ResNet-50 v1.5 is run where it is compared with the paper's digitised points. No public text says its batch and how sparse its
/// activations were: these two are calibrated, to those five points of HighLight and to no other network, within what is plausible.
/// Everything else is as by default, and no number of the paper enters.
/// </summary>
public static class ResNet50Calibration
{
    /// <summary>
    /// Images at once (calibrated; default 1). With one image the weights are the larger part of DRAM traffic, and what a design makes of
    /// activations weighs little. From 4 images to 16 the normalised energy-delay products change by less than 2 %, so all that is said
    /// is that it was more than a few.
    /// </summary>
    public const int Batch = 8;

    /// <summary>
    /// Factor on the activation densities that are assumed (calibrated; default 1); sourced ones stay. .45 inside a block becomes .38 and
    /// .6 after a residual sum .51: both within what is sourced, 40-65 % and 13-55 % zeros.
    /// </summary>
    public const double AssumedDensityFactor = 0.85;

    /// <summary>The network with the calibrated batch and densities.</summary>
    public static Network Network { get; } = WithCalibratedDensities(Workloads.Networks.ResNet50.WithBatch(Batch));

    /// <summary>
    /// The request for a design. Groups of patterns run on from tap to tap of a filter (a layout option), so that what is stored is
    /// nearly the pattern's own density, as the degrees inferred for the paper's points take it; padded in every tap, 4:7→2:4 on 64
    /// channels would store .375 instead of .286. No sums are spilled (<see cref="MappingConstraints.Paper"/>).
    /// </summary>
    /// <param name="design">The design.</param>
    /// <param name="assignment">The zeros of the weights.</param>
    public static NetworkRequest Request(Accelerator design, PatternAssignment assignment) => new(Network, design)
    {
        Assignment = assignment,
        GroupsStraddleTaps = true,
        Constraints = MappingConstraints.Paper,
    };

    /// <summary>ResNet-50 of any batch with the calibrated densities: those that are assumed are scaled, the others stay.</summary>
    public static Network WithCalibratedDensities(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network with
        {
            Layers = [.. network.Layers.Select(layer => layer with { Input = Scaled(layer.Input), Output = Scaled(layer.Output), Shortcut = layer.Shortcut is { } shortcut ? Scaled(shortcut) : null })],
        };
    }

    private static ActivationDensity Scaled(ActivationDensity density) => density is { Provenance: Provenance.Assumed, Value: < 1 }
        ? new(density.Value * AssumedDensityFactor, density.Provenance, Invariant($"{density.Source}; times {AssumedDensityFactor}, calibrated to the paper's digitised points of ResNet-50"))
        : density;
}
