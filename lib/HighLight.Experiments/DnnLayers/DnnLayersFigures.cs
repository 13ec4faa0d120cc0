using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Results;
using HighLight.Workloads;

namespace HighLight.Experiments.DnnLayers;

/// <summary>The figures of the networks, at the greatest degree.</summary>
internal static class DnnLayersFigures
{
    private const int RowHeight = 22;
    private const int PageWidth = 960;

    /// <summary>Cycles, energy and EDP of whole networks over the baseline's.</summary>
    public static Figure Totals(DnnLayersSettings settings, ImmutableArray<NetworkRun> runs)
    {
        (string Name, Func<NetworkRun, double?> Of)[] metrics = [("cycles", r => r.Cycles), ("energy", r => r.Energy), ("EDP", r => r.Edp)];
        var baseline = settings.Designs[0].Name;
        var shown = runs.Where(run => run.Design.Name != baseline).ToArray();
        return Figure.Grid($"Whole networks over {baseline}", 1, [.. metrics.Select(metric => new Panel(
                Axis.Category("", [.. settings.Networks.Select(Label)]),
                Axis.Linear($"{metric.Name} / {baseline}") with { FromZero = true },
                Bars.Of(
                    shown,
                    r => Label(r.Evaluation.Request.Network),
                    r => metric.Of(r),
                    r => r.Design.Name,
                    text: r => metric.Of(r) is null ? "n/a" : null,
                    hover: r => Hover(r)),
                new ReferenceLine(1))
            {
                Title = metric.Name,
            })])
            .WithSubtitle($"{Setting(settings, runs)}; less is better; dashed: {baseline}")
            .WithSize(PageWidth, 860);
    }

    /// <summary>Cycles of whole networks by the resource that sets them in each layer.</summary>
    public static Figure Bounds(DnnLayersSettings settings, ImmutableArray<NetworkRun> runs)
    {
        var baseline = settings.Designs[0].Name;
        ImmutableArray<string> designs = [.. settings.Designs.Select(design => design.Name)];
        return Figure.Grid("What sets the cycles", 2, [.. settings.Networks.Select(network => new Panel(
                Axis.Linear($"cycles / {baseline}") with { FromZero = true },
                Axis.Category("", designs),
                Bars.Of(
                    runs.Where(run => run.Network == network.Name).SelectMany(run => BoundName.All.Select(bound => (Run: run, Bound: bound))),
                    r => r.Run.Cycles * r.Run.Evaluation.ShareOfCycles(r.Bound),
                    r => r.Run.Design.Name,
                    r => BoundName.Of(r.Bound)) with
                {
                    Mode = BarMode.Stacked,
                })
            {
                Title = network.Title,
            })])
            .WithSubtitle($"{Setting(settings, runs)}; a layer counts for the resource that sets its cycles")
            .WithSize(PageWidth, 80 + (((settings.Networks.Length + 1) / 2) * 260));
    }

    /// <summary>Cycles and energy of each layer over the baseline's, a column a design; layers that are the same to every design share a column.</summary>
    public static Figure ByLayer(DnnLayersSettings settings, Network network, ImmutableArray<NetworkRun> runs)
    {
        var columns = LayerColumn.Of(network);
        var own = runs.Where(run => run.Network == network.Name && run.Design.Name != settings.Designs[0].Name).ToImmutableArray();
        var cells = own.SelectMany(run => columns.Select(column => LayerCell.Of(run, column))).ToImmutableArray();
        var baseline = settings.Designs[0].Name;
        return Figure.Grid($"{network.Title}, layer by layer", 2,
                Map(settings, columns, cells, cell => cell.Cycles, "cycles", lettered: true),
                Map(settings, columns, cells, cell => cell.Energy, "energy", lettered: false))
            .WithSubtitle($"over {baseline} on the same layer; {Setting(settings, runs)}; cycles set by G global buffer, R DRAM read, W DRAM write, else the array; ×n: n layers alike")
            .WithSize(PageWidth, (columns.Length * RowHeight) + 190);
    }

    private static Panel Map(
        DnnLayersSettings settings, ImmutableArray<LayerColumn> columns, ImmutableArray<LayerCell> cells, Func<LayerCell, double?> value, string metric, bool lettered) =>
        new(
            Axis.Category("", [.. settings.Designs.Skip(1).Select(design => Narrow(design.Name))]),
            Axis.Category("", [.. columns.Select(column => column.Label)]),
            HeatMap.Of(
                cells,
                cell => Narrow(cell.Run.Design.Name),
                cell => cell.Column.Label,
                value,
                $"value / {settings.Designs[0].Name}",
                cell => value(cell) is { } number ? Invariant($"{number:0.00}{(lettered && cell.Letter.Length > 0 ? " " + cell.Letter : "")}") : "n/a") with
            {
                Range = (0, 1.2),
                InLegend = !lettered, // both panels share the scale
            })
        {
            Title = metric,
        };

    /// <summary>The runs at the greatest degree.</summary>
    public static ImmutableArray<NetworkRun> Greatest(DnnLayersSettings settings, ImmutableArray<NetworkRun> runs) =>
        [.. runs.Where(run => run.Sparsity == settings.SparsityOfA.Max())];

    private static string Setting(DnnLayersSettings settings, ImmutableArray<NetworkRun> runs) =>
        Invariant($"weights {100 * runs[0].Sparsity.ToDouble():0.#} % sparse where pruned, {settings.Technology.Name}");

    private static string Narrow(string design) => design.Replace(" ", "<br>", StringComparison.Ordinal);

    private static string Label(Network network) => network.Title.Replace(", ", "<br>", StringComparison.Ordinal);

    private static string Hover(NetworkRun run) => run.Evaluation.Cycles is { } cycles
        ? Invariant($"weights {run.Evaluation.Request.Assignment}<br>cycles {cycles:0.####e0} ({run.Cycles:0.000})<br>energy {run.Evaluation.EnergyPj:0.####e0} pJ ({run.Energy:0.000})<br>EDP {run.Edp:0.000}")
        : Invariant($"refused: {run.Evaluation.Refused.Length} layers");
}
