using System.Collections.Immutable;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Hardware;
using HighLight.Hardware.Designs;

namespace HighLight.Experiments.Motivation;

/// <summary>Which designs are compared at which accuracy. Change it with <c>with</c>.</summary>
public sealed record MotivationSettings
{
    /// <summary>TC, STC, DSTC and HighLight at losses of at most 0 to 2 points; the figure's bars at half a point.</summary>
    public static MotivationSettings Default { get; } = new();

    /// <summary>The networks, the accuracies and everything the points are computed with.</summary>
    public EdpAccuracySettings Points { get; init; } = EdpAccuracySettings.Default;

    /// <summary>The designs compared, each among those of <see cref="Points"/>.</summary>
    public ImmutableArray<Accelerator> Designs { get; init; } =
        [Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.DualSideSparseTensorCore, Accelerators.HighLight];

    /// <summary>The losses that are swept, in points of the network's metric, rising.</summary>
    public ImmutableArray<double> Losses { get; init; } = [0, 0.25, 0.5, 0.75, 1, 1.5, 2];

    /// <summary>The loss of the bars, one of <see cref="Losses"/>.</summary>
    public double MatchedLoss { get; init; } = 0.5;

    /// <exception cref="ArgumentException">The settings cannot be run; every violation is listed.</exception>
    internal void Check()
    {
        Points.Check();
        var problems = new List<string>();
        if (Designs.IsDefaultOrEmpty || Designs.Any(design => !Points.Designs.Any(known => known.Name == design.Name)))
        {
            problems.Add($"name at least one design, each among {string.Join(", ", Points.Designs.Select(design => design.Name))}.");
        }

        if (Losses.IsDefaultOrEmpty || Losses.Zip(Losses.Skip(1)).Any(pair => !(pair.First < pair.Second)) || !Losses.All(double.IsFinite))
        {
            problems.Add("name at least one loss, each greater than the one before.");
        }
        else if (!Losses.Contains(MatchedLoss))
        {
            problems.Add(Invariant($"the matched loss {MatchedLoss} is not one of {string.Join(", ", Losses)}."));
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException($"The designs cannot be compared:{string.Concat(problems.Select(problem => "\n  - " + problem))}");
        }
    }
}
