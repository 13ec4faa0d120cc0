using System.Collections.Immutable;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Results;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>The figures of a model.</summary>
internal static class YourModelFigures
{
    /// <summary>Cycles, energy and EDP of the model over the dense model on the baseline.</summary>
    public static Figure Totals(YourModelStudy study)
    {
        (string Name, Func<DesignRun, double?> Of)[] metrics = [("cycles", r => r.Cycles), ("energy", r => r.Energy), ("EDP", r => r.Edp)];
        return Figure.Grid($"{study.Workload.Network.Title} on {study.Settings.Designs.Length} designs", 1, [.. metrics.Select(metric => new Panel(
                Axis.Category("", [.. study.Runs.Select(Degree).Distinct(StringComparer.Ordinal)]),
                Axis.Linear($"{metric.Name} / {study.Baseline} dense") with { FromZero = true },
                Bars.Of(study.Runs, r => Degree(r), r => metric.Of(r), r => r.Design.Name, text: r => metric.Of(r) is { } value ? Invariant($"{value:0.00}") : "n/a", hover: Hover))
            {
                Title = metric.Name,
            })])
            .WithSubtitle($"measured zeros of activations, {study.Settings.Technology.Name}; less is better; 1: {study.Baseline} with dense weights")
            .WithSize(1000, 860);
    }

    /// <summary>Cycles of the whole model by the resource that sets them in each layer.</summary>
    public static Figure Bounds(YourModelStudy study) => Figure.Of("What sets the cycles", new Panel(
            Axis.Linear($"cycles / {study.Baseline} dense") with { FromZero = true },
            Axis.Category("", [.. study.Settings.Designs.Select(design => design.Name)]),
            Bars.Of(
                study.Greatest.SelectMany(run => BoundName.All.Select(bound => (Run: run, Bound: bound))),
                r => r.Run.Cycles * r.Run.ShareOf(r.Bound),
                r => r.Run.Design.Name,
                r => BoundName.Of(r.Bound)) with
            {
                Mode = BarMode.Stacked,
            }))
        .WithSubtitle($"weights {Degree(study.Greatest[0])} where pruned; a layer counts for the resource that sets its cycles")
        .WithSize(900, 420);

    /// <summary>EDP against loss, by either measure: single patterns, and patterns for each layer.</summary>
    public static Figure Assignments(YourModelStudy study)
    {
        var points = study.Patterns.Points;
        var name = study.Settings.Subject.Name;
        var panels = new List<Panel>
        {
            Panel("1 − kept share of the weights' L2 norm", points, point => 1 - point.KeptL2, name, "by what the weights lose"),
        };
        ImmutableArray<AssignmentPoint> measured = [.. points.Where(point => point.OutputError is not null)];
        if (measured.Length > 1)
        {
            panels.Add(Panel("measured output error (relative L2)", measured, point => point.OutputError!.Value, name, "by what the outputs lose"));
        }

        return Figure.Grid($"A pattern per layer against one pattern for all, on {name}", 2, [.. panels])
            .WithSubtitle("lower left is better; steps: the frontier of each way; without retraining")
            .WithSize(1000, 520);
    }

    private static Panel Panel(string x, ImmutableArray<AssignmentPoint> points, Func<AssignmentPoint, double> loss, string design, string title) => new(
        Axis.Linear(x) with { FromZero = true },
        Axis.Linear($"EDP / dense weights on {design}") with { FromZero = true },
        new Lines([.. points.GroupBy(point => point.Series, StringComparer.Ordinal).SelectMany(series =>
            new ParetoFrontier<AssignmentPoint>(series, loss, point => point.Edp).Items.Select(point => new Datum(loss(point), point.Edp, series.Key)))]) { Markers = false, Stepped = true },
        Points.Of(points, point => loss(point), point => point.Edp, point => point.Series, hover: Hover) with { Size = 9 })
    {
        Title = title,
    };

    private static string Degree(DesignRun run) => run.Variant is null ? "dense" : Invariant($"{100 * run.Sparsity.ToDouble():0.#} % sparse");

    private static string Hover(DesignRun run) => run.Evaluation.Cycles is { } cycles
        ? Invariant($"{run.Design.Name}, weights {run.Pattern}<br>cycles {cycles:0.####e0} ({run.Cycles:0.000})<br>energy {run.Evaluation.EnergyPj:0.####e0} pJ ({run.Energy:0.000})<br>EDP {run.Edp:0.000}")
        : Invariant($"refused: {run.Evaluation.Refused.Length} layers");

    private static string Hover(AssignmentPoint point) =>
        Invariant($"{point.Series}: {point.Label}<br>EDP {point.Edp:0.000} = cycles {point.Cycles:0.000} × energy {point.Energy:0.000}<br>kept L2 {point.KeptL2:0.000}, output error {point.OutputError:0.000}");
}
