using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Breakdown;

/// <summary>What the breakdown gives: energy and area of every component, drawn and in total.</summary>
public sealed record BreakdownResult : ExperimentResult
{
    internal BreakdownResult(
        ResultTable table,
        Figure energy,
        Figure area,
        ResultTable totals,
        ResultTable areas,
        ResultTable sparsityHardware,
        ImmutableArray<PaperComparison> comparisons)
        : base(BreakdownExperiment.Experiment, table, [energy, area], comparisons, [totals, areas, sparsityHardware])
    {
        EnergyFigure = energy;
        AreaFigure = area;
        Totals = totals;
        Areas = areas;
        SparsityHardware = sparsityHardware;
    }

    /// <summary>Energy by component, a bar for each design and cell.</summary>
    public Figure EnergyFigure { get; }

    /// <summary>Area by component, a bar for each design.</summary>
    public Figure AreaFigure { get; }

    /// <summary>The total energy of each design in each cell.</summary>
    public ResultTable Totals { get; }

    /// <summary>The area of each design.</summary>
    public ResultTable Areas { get; }

    /// <summary>The units of the sparsity hardware of each design.</summary>
    public ResultTable SparsityHardware { get; }
}
