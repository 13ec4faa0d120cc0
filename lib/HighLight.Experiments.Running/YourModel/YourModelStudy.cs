using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.Sweep;
using HighLight.Models;
using HighLight.Models.Runtime.Execution;
using HighLight.Sparsity;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>Everything that is found out about a model.</summary>
/// <param name="Settings">How.</param>
/// <param name="Workload">The model as it ran.</param>
/// <param name="Variants">The versions that were pruned, written and run, one a pattern that a design was given.</param>
/// <param name="Runs">The dense model, then each degree, on every design.</param>
/// <param name="Patterns">One pattern for all against a pattern for each layer.</param>
internal sealed record YourModelStudy(
    YourModelSettings Settings, MeasuredWorkload Workload, ImmutableArray<PrunedVariant> Variants, ImmutableArray<DesignRun> Runs, PatternComparison Patterns)
{
    /// <summary>Name of the baseline.</summary>
    public string Baseline => Settings.Designs[0].Name;

    /// <summary>The runs at the greatest degree.</summary>
    public ImmutableArray<DesignRun> Greatest => [.. Runs.Where(run => run.Sparsity == Settings.SparsityOfA.Max())];

    /// <summary>Measures, prunes, runs and evaluates.</summary>
    /// <exception cref="ArgumentException">The model has no layer that can be pruned, or what it runs on does not fit.</exception>
    /// <exception cref="ModelRunException">The model, or a pruned version, cannot be run.</exception>
    public static YourModelStudy Of(OnnxModel model, YourModelSettings settings)
    {
        settings.Check();
        var family = PatternFamily.Of(model, settings);
        var workload = MeasuredWorkload.Of(model, settings.Inputs);
        var wanted = settings.SparsityOfA
            .SelectMany(degree => settings.Designs.Select(design => (Degree: degree, Design: design, ((HssOperand)SweepOperands.A(settings.ValuesOfA, design, degree)).Pattern)))
            .ToImmutableArray();
        ImmutableArray<PrunedVariant> variants = [.. wanted.Select(run => run.Pattern).Distinct().Select(pattern => PrunedVariant.Of(workload, family, pattern, settings.Pruning))];
        var baseline = workload.On(settings.Designs[0], null, settings);
        return new(
            settings,
            workload,
            variants,
            [
                .. settings.Designs.Select(design => new DesignRun(Fraction.Zero, null, workload.On(design, null, settings), baseline)),
                .. wanted.Select(run => (run, Variant: variants.First(variant => variant.Pattern.Equals(run.Pattern))))
                    .Select(pair => new DesignRun(pair.run.Degree, pair.Variant, workload.On(pair.run.Design, pair.Variant.Pruned, settings), baseline)),
            ],
            PatternSearch.Run(workload, family, settings));
    }
}
