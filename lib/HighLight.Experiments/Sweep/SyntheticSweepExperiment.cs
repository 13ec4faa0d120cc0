using System.Collections.Immutable;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;

namespace HighLight.Experiments.Sweep;

/// <summary>
/// One GEMM at every pair of sparsity degrees, on each design: which degrees a design turns into fewer cycles, which into less energy, and what flexibility costs
/// where there is no zero to exploit.
/// </summary>
/// <remarks>
/// Each design gets A pruned to a pattern of its own where it offers one of exactly that degree (2:4 for a sparse tensor core, 4:8 and 2:8 for S2TA, C1→C0 for
/// HighLight); otherwise the values of the common family, which it runs as it can. B is unstructured, but for designs that cut it to patterns of their own.
/// Every design may exchange its operands, and gets its own best mapping by EDP.
/// </remarks>
public static class SyntheticSweepExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(
        4, "synthetic-sweep", "Cycles, energy and EDP by sparsity of both operands", "paper Fig. 13 (recalled)");

    /// <summary>Runs on the default grid.</summary>
    public static SyntheticSweepResult Run() => Run(SweepGrid.Default);

    /// <summary>Runs on any grid.</summary>
    /// <exception cref="ArgumentException">The grid cannot be run; every violation is listed.</exception>
    public static SyntheticSweepResult Run(SweepGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var cells = SweepCell.RunAll(grid);
        return new(
            SweepTables.Main(Experiment.Name, grid, cells),
            SweepFigures.Bars(grid, cells, Experiment.PaperFigure),
            SweepFigures.EdpMap(grid, cells),
            SweepTables.Patterns(grid, cells),
            Compare(grid, cells))
        {
            Variant = ResultVariant.Of(grid, SweepGrid.Default),
        };
    }

    /// <summary>The subject in the corners of the grid; the paper's values of single cells are in no public text.</summary>
    private static ImmutableArray<PaperComparison> Compare(SweepGrid grid, ImmutableArray<SweepCell> cells) =>
    [
        .. from cell in cells
           where cell.SparsityOfB == grid.SparsityOfB.Min() || cell.SparsityOfB == grid.SparsityOfB.Max()
           let value = cell.Of(grid.Subject).Normalised(SweepMetric.Edp)
           where value is not null
           select PaperComparison.Without(
               $"EDP, {grid.Subject.Name} / {grid.Baseline.Name}, {cell.Label}", "1", value.Value, "No public text states the paper's values of single cells."),
    ];
}
