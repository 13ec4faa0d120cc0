using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>The figures of <see cref="ValidationExperiment"/>.</summary>
internal static class ValidationFigures
{
    private const string Measured = "zeros as measured";
    private const string Equal = "equal";
    private const string Shuffled = "as many at random places";
    private const double DarkestPercent = 5;

    /// <summary>The largest error of each quantity, by design.</summary>
    /// <param name="gemm">The shape.</param>
    /// <param name="errors">Its errors over patterns and densities.</param>
    public static Figure ByQuantity(Gemm gemm, ImmutableArray<ValidationError> errors) => Figure.Of(
            "How far the analytical counts are from the simulated ones",
            new Panel(
                Axis.Category("", [.. Accelerators.All.Select(design => design.Name).Where(name => errors.Any(error => error.Design == name))]),
                Axis.Category(""),
                HeatMap.Of(errors, e => e.Design, e => e.Quantity, e => 100 * e.Largest, "largest error [%]", Text) with { Range = (0, DarkestPercent) }))
        .WithSubtitle(Invariant($"{gemm}, largest relative error over patterns and densities; '=': equal in all; in brackets: nothing is claimed; empty: the design has no such action"))
        .WithSize(960, 760);

    /// <summary>What measured zeros change, layer by layer, in one panel a design.</summary>
    public static Figure Layers(ImmutableArray<LayerError> layers)
    {
        var panels = layers.GroupBy(e => e.Design, StringComparer.Ordinal).Select(design => design.GroupBy(e => e.Quantity, StringComparer.Ordinal).First()).Select(group => new Panel(
            Axis.Linear("analytical / simulated − 1") with { TickFormat = ".0%" },
            Axis.Category("", [.. group.Select(e => e.Layer)]),
            Lines.Of(new[] { group.First(), group.Last() }, _ => 0.0, e => e.Layer, _ => Equal) with { Markers = false, Dashed = true },
            Points.Of(group.SelectMany(Both), e => e.Error, e => e.Layer, e => e.Series, hover: e => Invariant($"{e.Layer}: {100 * e.Error:+0.00;-0.00} %, B's density {e.Density:0.000}")))
        {
            Title = Invariant($"{group.First().Design}: {Name(group.Key)}"),
        }).ToImmutableArray();
        return Figure.Grid("What the places of real zeros change", panels.Length, panels)
            .WithSubtitle("layers of the model; A pruned and in int8, B as a run of the model gives it")
            .WithSize(1000, Math.Min(10_000, 220 + (18 * layers.Select(e => e.Layer).Distinct(StringComparer.Ordinal).Count())));
    }

    /// <summary>DSTC's slow-down by conflicts: the fit over the simulation.</summary>
    public static Figure Conflicts(IEnumerable<ValidationRun> runs)
    {
        var points = runs.Where(run => run.Group == ValidationGroup.Conflicts)
            .Select(run => (Run: run, Simulated: run[nameof(CycleBounds.Compute)].Simulated / run.WorkingCycles, Fitted: run[nameof(CycleBounds.Compute)].Analytical / run.WorkingCycles))
            .ToArray();
        var most = points.Max(p => Math.Max(p.Simulated, p.Fitted ?? 1));
        return Figure.Of(
            "DSTC: cycles with bank conflicts over cycles without",
            new Panel(
                Axis.Linear("simulated"),
                Axis.Linear("by the fitted term"),
                Lines.Of(new[] { 1, most }, x => x, x => x, _ => Equal) with { Markers = false, Dashed = true },
                Points.Of(
                    points,
                    p => p.Simulated,
                    p => p.Fitted,
                    p => p.Run.Workload,
                    hover: p => Invariant($"{p.Run.Workload}<br>density of A {p.Run.DensityOfA:0.00}, of B {p.Run.DensityOfB:0.00}<br>simulated {p.Simulated:0.000}, fitted {p.Fitted:0.000}"))))
            .WithSubtitle("the design's own collector (1024 banks, 8 deep) hides conflicts; these are tighter and ampler ones")
            .WithSize(860, 480);
    }

    private static IEnumerable<(string Layer, string Series, double Error, double Density)> Both(LayerError e)
    {
        yield return (e.Layer, Measured, e.Measured ?? 0, e.DensityOfB);
        yield return (e.Layer, Shuffled, e.Shuffled ?? 0, e.DensityOfB);
    }

    private static string Name(string quantity) => quantity switch
    {
        nameof(AccessCounts.MacsDone) => "multiplies done",
        nameof(CycleBounds.Compute) => "cycles without stalls",
        _ => quantity,
    };

    private static string Text(ValidationError error)
    {
        var text = error.IsNone ? "=" : Invariant($"{100 * error.Largest:0.##} %");
        return error.Kind == ClaimKind.SimulatorOnly ? $"({text})" : text;
    }
}
