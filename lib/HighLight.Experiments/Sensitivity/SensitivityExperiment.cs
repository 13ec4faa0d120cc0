using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Breakdown;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Sensitivity;

/// <summary>
/// What the conclusions depend on: HighLight's EDP over that of TC, STC, DSTC and S2TA, with one parameter of the model changed at a time for all designs alike, and the mapping chosen anew.
/// </summary>
public static class SensitivityExperiment
{
    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(12, "sensitivity", "What the conclusions depend on: one parameter at a time");

    private static readonly Gemm StandardGemm = new(1024, 1024, 1024);
    private static readonly ImmutableArray<OperandCell> StandardCells =
        [OperandCell.Dense, OperandCell.BothHalfSparse, OperandCell.BothSparse];


    private static readonly ImmutableArray<Accelerator> StandardRivals =
        [Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.DualSideSparseTensorCore, Accelerators.S2ta];

    /// <summary>Runs HighLight against TC, STC, DSTC and S2TA on 1024×1024×1024 at three cells: dense, both operands of 50 %, both of 75 % sparsity.</summary>
    public static SensitivityResult Run() => Run(StandardGemm);

    /// <summary>The default run on another matrix product.</summary>
    public static SensitivityResult Run(Gemm gemm) => Run(Accelerators.HighLight, StandardRivals, Parameters.All, gemm: gemm);

    /// <summary>Runs any design against any rivals with any parameters.</summary>
    /// <param name="design">The design whose EDP is divided by that of each rival.</param>
    /// <param name="rivals">The rivals.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="cells">The operands; default dense, both 50 %, both 75 %. A rival that refuses a cell is left out there.</param>
    /// <param name="gemm">The matrix product; default 1024×1024×1024.</param>
    /// <param name="constraints">
    /// What the mapper may take; default <see cref="MappingConstraints.Paper"/>: the question is what the comparison with the paper rests on.
    /// </param>
    /// <exception cref="ArgumentException">A list is empty or two of its members have one name, or the design refuses every cell that a rival runs.</exception>
    public static SensitivityResult Run(
        Accelerator design,
        ImmutableArray<Accelerator> rivals,
        ImmutableArray<Parameter> parameters,
        ImmutableArray<OperandCell> cells = default,
        Gemm? gemm = null,
        MappingConstraints? constraints = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ImmutableArray<OperandCell> chosen = cells.IsDefaultOrEmpty ? StandardCells : cells;
        OperandCell.ThrowIfNotDistinct(chosen, nameof(cells));
        ThrowIfNotDistinct(rivals, rival => rival.Name, nameof(rivals));
        ThrowIfNotDistinct(parameters, parameter => parameter.Name, nameof(parameters));

        var shape = gemm ?? StandardGemm;
        var mappings = constraints ?? MappingConstraints.Paper;
        var rows = Rows(design, rivals, parameters, chosen, shape, mappings);
        if (rows.IsEmpty)
        {
            throw new ArgumentException(Invariant($"No cell is run by {design} and a rival: give operands that both support."), nameof(cells));
        }

        var ranges = SensitivityRange.Of(rows);
        return new(Table(rows, design, shape, mappings), RangeTable(ranges), Effects(rows), SensitivityFigure.Draw(rows, design), Compare(ranges, design))
        {
            Variant = ResultVariant.Join(
                ResultVariant.Of(nameof(design), design, Accelerators.HighLight),
                ResultVariant.Of(nameof(rivals), rivals, StandardRivals),
                ResultVariant.Of(nameof(parameters), parameters, Parameters.All),
                ResultVariant.Of(nameof(cells), chosen, StandardCells),
                ResultVariant.Of(nameof(gemm), shape, StandardGemm),
                ResultVariant.Of(nameof(constraints), mappings, MappingConstraints.Paper)),
        };
    }

    private static ImmutableArray<SensitivityRow> Rows(
        Accelerator design,
        ImmutableArray<Accelerator> rivals,
        ImmutableArray<Parameter> parameters,
        ImmutableArray<OperandCell> cells,
        Gemm gemm,
        MappingConstraints constraints)
    {
        var rows = ImmutableArray.CreateBuilder<SensitivityRow>();
        var standard = Evaluate(new Setting("default"), design, rivals, cells, gemm, constraints);
        foreach (var parameter in parameters)
        {
            Add(new Setting(parameter.Default), varied: false, standard);
            foreach (var setting in parameter.Settings)
            {
                Add(setting, varied: true, Evaluate(setting, design, rivals, cells, gemm, constraints));
            }

            void Add(Setting setting, bool varied, ImmutableArray<(OperandCell Cell, string Rival, EvaluationResult Own, EvaluationResult Other)> pairs)
            {
                foreach (var (cell, rival, own, other) in pairs)
                {
                    var before = standard.First(pair => pair.Cell == cell && pair.Rival == rival);
                    rows.Add(new(parameter.Name, setting.Label, varied, cell, rival, own, other, before.Own.EdpPjCycles / before.Other.EdpPjCycles));
                }
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<(OperandCell Cell, string Rival, EvaluationResult Own, EvaluationResult Other)> Evaluate(
        Setting setting,
        Accelerator design,
        ImmutableArray<Accelerator> rivals,
        ImmutableArray<OperandCell> cells,
        Gemm gemm,
        MappingConstraints constraints)
    {
        var technology = setting.Technology(TechnologyTable.Default);
        var pairs = ImmutableArray.CreateBuilder<(OperandCell, string, EvaluationResult, EvaluationResult)>();
        foreach (var cell in cells)
        {
            if (CellRun.Of(setting.Design(design), cell, gemm, technology, constraints).Result is not { } own)
            {
                continue;
            }

            foreach (var rival in rivals)
            {
                if (CellRun.Of(setting.Design(rival), cell, gemm, technology, constraints).Result is { } other)
                {
                    pairs.Add((cell, rival.Name, own, other));
                }
            }
        }

        return pairs.ToImmutable();
    }

    private static ResultTable Table(
        IEnumerable<SensitivityRow> rows, Accelerator design, Gemm gemm, MappingConstraints constraints) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("parameter", r => r.Parameter)
        .Text("setting", r => r.Setting)
        .Flag("is_default", r => !r.Varied)
        .Text("cell", r => r.Cell.Name, "Sparsity of A × sparsity of B.")
        .Text("a", r => r.Cell.A.ToString())
        .Number("a_density", "1", r => (double?)r.Cell.A.Density)
        .Text("b", r => r.Cell.B.ToString())
        .Number("b_density", "1", r => (double?)r.Cell.B.Density)
        .Text("rival", r => r.Rival)
        .Number("edp_ratio", "1", r => (double?)r.EdpRatio, Invariant($"EDP of {design.Name} over that of the rival; so are energy and cycles."))
        .Number("energy_ratio", "1", r => (double?)r.EnergyRatio)
        .Number("cycles_ratio", "1", r => (double?)r.CyclesRatio)
        .Number("default_edp_ratio", "1", r => (double?)r.DefaultRatio, "With all parameters at their defaults.")
        .Number("change", "1", r => (double?)r.Change, "edp_ratio / default_edp_ratio - 1.")
        .Text("bound", r => r.Own.Bounds.Bound.ToString(), Invariant($"What limits {design.Name}'s cycles."))
        .Text("rival_bound", r => r.Other.Bounds.Bound.ToString()))
        .WithMetadata("design", design.Name)
        .WithMetadata("gemm", gemm.ToString())
        .WithMetadata("technology", TechnologyTable.Default.Name)
        .WithMetadata("mappings", MappingText.Of(constraints));

    private static ResultTable RangeTable(IEnumerable<SensitivityRange> ranges) => ResultTable.From("ranges", ranges, columns => columns
        .Text("rival", r => r.Rival)
        .Text("cell", r => r.Cell.Name, "Sparsity of A × sparsity of B.")
        .Number("lowest", "1", r => (double?)r.Lowest.EdpRatio)
        .Number("default", "1", r => (double?)r.Default)
        .Number("highest", "1", r => (double?)r.Highest.EdpRatio)
        .Text("lowest_by", r => By(r.Lowest))
        .Text("highest_by", r => By(r.Highest)));

    private static ResultTable Effects(IEnumerable<SensitivityRow> rows) => ResultTable.From(
        "effects",
        rows.Where(row => row.Varied).GroupBy(row => (row.Parameter, row.Setting)),
        columns => columns
            .Text("parameter", r => r.Key.Parameter)
            .Text("setting", r => r.Key.Setting)
            .Number("least_change", "1", r => (double?)r.Min(row => row.Change), "Change of the ratio of EDPs over all cells and rivals, from the least …")
            .Number("greatest_change", "1", r => (double?)r.Max(row => row.Change), "… to the greatest; positive is worse for the design.")
            .Text("by_rival", r => string.Join("; ", r.GroupBy(row => row.Rival, StringComparer.Ordinal).Select(OfRival))));

    private static string OfRival(IGrouping<string, SensitivityRow> rows)
    {
        var least = Invariant($"{rows.Min(row => row.Change):+0 %;−0 %;0 %}");
        var greatest = Invariant($"{rows.Max(row => row.Change):+0 %;−0 %;0 %}");
        return least == greatest ? $"{rows.Key} {least}" : $"{rows.Key} {least}…{greatest}";
    }

    private static ImmutableArray<PaperComparison> Compare(IEnumerable<SensitivityRange> ranges, Accelerator design) =>
    [
        .. ranges.Select(range => PaperComparison.Without(
            Invariant($"EDP {design.Name} / {range.Rival} at {range.Cell.Name}"),
            "x",
            range.Default,
            Invariant($"{range.Lowest.EdpRatio:0.000} ({By(range.Lowest)}) to {range.Highest.EdpRatio:0.000} ({By(range.Highest)})"))),
    ];

    private static string By(SensitivityRow row) => row.Varied ? Invariant($"{row.Parameter}: {row.Setting}") : "the defaults";

    private static void ThrowIfNotDistinct<T>(ImmutableArray<T> items, Func<T, string> name, string parameter)
    {
        if (items.IsDefaultOrEmpty || items.Select(name).Distinct(StringComparer.Ordinal).Count() != items.Length)
        {
            throw new ArgumentException("Give at least one, each with a name of its own.", parameter);
        }
    }
}
