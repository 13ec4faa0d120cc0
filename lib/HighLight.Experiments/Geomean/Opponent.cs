using System.Collections.Immutable;
using HighLight.Experiments.Sweep;
using HighLight.Hardware;

namespace HighLight.Experiments.Geomean;

/// <summary>What the subject is compared with: a design, all rivals together, or the best rival in each cell.</summary>
/// <param name="Name">The name in tables and figures.</param>
/// <param name="Kind">dense, sparse, dense variant, sparse variant or several.</param>
/// <param name="Designs">The designs.</param>
/// <param name="OnlyBest">Whether only the best of the designs counts in each cell.</param>
internal sealed record Opponent(string Name, string Kind, ImmutableArray<Accelerator> Designs, bool OnlyBest = false)
{
    public const string DenseVariant = "dense variant";
    public const string AllSparse = "all sparse";
    public const string BestSparse = "best sparse";

    /// <summary>Every opponent of a grid's subject, in the order of tables and figures.</summary>
    public static ImmutableArray<Opponent> Of(SweepGrid grid)
    {
        var opponents = ImmutableArray.CreateBuilder<Opponent>();
        opponents.Add(new(grid.Baseline.Name, "dense", [grid.Baseline]));
        opponents.AddRange(grid.Rivals.Select(rival => new Opponent(rival.Name, "sparse", [rival])));
        opponents.AddRange(grid.Variants.Select(variant => new Opponent(variant.Name, SavesNothing(variant) ? DenseVariant : "sparse variant", [variant])));
        opponents.Add(new(AllSparse, "several", grid.Rivals));
        opponents.Add(new(BestSparse, "several", grid.Rivals, OnlyBest: true));
        return opponents.ToImmutable();
    }

    private static bool SavesNothing(Accelerator design) => design.A == OperandSupport.DenseOnly && design.B == OperandSupport.DenseOnly;

    /// <summary>The subject's improvement in every cell that both sides support; nothing in the others.</summary>
    public IEnumerable<Improvement> Improvements(IEnumerable<SweepCell> cells, Accelerator subject, SweepMetric metric)
    {
        foreach (var cell in cells)
        {
            if (cell.Of(subject).Of(metric) is not { } own)
            {
                continue;
            }

            var others = Designs
                .Select(design => (design.Name, Value: cell.Of(design).Of(metric)))
                .Where(other => other.Value is not null)
                .Select(other => new Improvement(cell, other.Name, other.Value!.Value / own));
            foreach (var improvement in OnlyBest ? others.OrderBy(other => other.Factor).Take(1) : others)
            {
                yield return improvement;
            }
        }
    }
}
