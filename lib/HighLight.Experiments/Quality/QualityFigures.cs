using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Sparsity;

namespace HighLight.Experiments.Quality;

/// <summary>The figures of <see cref="PruningQualityExperiment"/>.</summary>
internal static class QualityFigures
{
    private const int Columns = 2;

    /// <summary>One panel a density, one place a method.</summary>
    /// <param name="groups">The totals at each density.</param>
    public static Figure AtEqualDensity(ImmutableArray<IGrouping<Fraction, QualityRow>> groups)
    {
        var least = groups.Min(group => group.Min(row => row.KeptL2Share));
        var range = (Math.Max(0, Math.Floor((least - 0.02) * 20) / 20), 1.02);
        var panels = groups.Select(group => new Panel(
            Axis.Linear("kept L2 norm") with { Range = range, TickFormat = ".0%" },
            Axis.Category("", [.. group.OrderByDescending(r => r.KeptL2Share).Select(Place)]),
            Points.Of(group, r => r.KeptL2Share, r => Place(r), r => r.Method.Kind, text: r => Invariant($"{100 * r.KeptL2Share:0.0}"), hover: Hover) with { Size = 11 })
        {
            Title = Invariant($"density {group.Key}"),
        });
        var lines = (groups.Length + Columns - 1) / Columns;
        var places = groups.Max(group => group.Count());
        return Figure.Grid("What share of trained weights' L2 norm pruning keeps, without retraining", Columns, [.. panels])
            .WithSubtitle("all pruned layers together, in %; in brackets the density where tails raise it")
            .WithSize(960, Math.Min(10_000, 160 + (lines * (100 + (32 * places)))));
    }

    /// <summary>Every method at the density it really keeps, beside the most that this density can keep.</summary>
    public static Figure OverDensity(ImmutableArray<QualityRow> totals)
    {
        const string Bound = "upper bound";
        var bound = totals.OrderBy(r => r.Density).ThenBy(r => r.BestL2Share).Where(r => r.Method.Density < Fraction.One);
        return Figure.Of(
            "Kept L2 norm over density",
            new Panel(
                Axis.Linear("density: kept weights over all"),
                Axis.Linear("kept L2 norm") with { TickFormat = ".0%" },
                Lines.Of(bound, r => r.Density, r => r.BestL2Share, _ => Bound, hover: r => Invariant($"density {r.Density:0.000}: at most {r.BestL2Share:0.0000}")) with { Markers = false },
                Points.Of(totals, r => r.Density, r => r.KeptL2Share, r => r.Method.Kind, hover: Hover) with { Size = 10 }))
            .WithSubtitle("all pruned layers together; upper bound: the largest weights of each layer, as many as the method keeps there")
            .WithSize(960, 480);
    }

    /// <summary>The best method of each kind at one density, layer by layer, relative to the best mask with as many positions.</summary>
    public static Figure ByLayer(IEnumerable<QualityRow> rows, IEnumerable<QualityRow> totals, Fraction density)
    {
        var best = totals.Where(r => r.Method.Density == density).GroupBy(r => r.Method.Kind, StringComparer.Ordinal).Select(kind => kind.MaxBy(r => r.ShareOfBest)!.Method).ToArray();
        return Figure.Of(
            Invariant($"Layer by layer at density {density}"),
            new Panel(
                Axis.Category(""),
                Axis.Linear("kept L2 norm / best possible") with { TickFormat = ".0%" },
                Lines.Of(rows.Where(r => best.Contains(r.Method)), r => r.Layer!, r => r.ShareOfBest, r => r.Method.Kind, hover: r => r.Layer + ": " + Hover(r))))
            .WithSubtitle(string.Join(", ", best.Select(method => method.Kind == method.Label ? method.Kind : $"{method.Kind}: {method.Label}")))
            .WithSize(960, 480);
    }

    private static string Place(QualityRow row) =>
        Math.Round(row.Density, 3) > Math.Round(row.Method.Density.ToDouble(), 3) ? Invariant($"{row.Method.Label} [{row.Density:.000}]") : row.Method.Label;

    private static string Hover(QualityRow row) => Invariant(
        $"{row.Method.Label}: kept L2 {row.KeptL2Share:0.0000} of at most {row.BestL2Share:0.0000}, L1 {row.KeptL1Share:0.0000}, output error {row.OutputError:0.000}, density {row.Density:0.000}");
}
