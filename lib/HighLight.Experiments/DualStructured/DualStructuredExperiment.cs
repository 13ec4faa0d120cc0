using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.DualStructured;

/// <summary>
/// Both operands structured on alternating ranks (DSSO) against A structured and B gated (HighLight), at degrees that both support: A of <c>C0(2:4)</c>, B of
/// <c>C1(2:H)→C0(4:4)</c>. DSSO skips the empty blocks of B; HighLight spends their cycles and saves the energy of their multiplies.
/// </summary>
public static class DualStructuredExperiment
{
    private const int LargestH = 8;

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(
        10, "dual-structured", "Both operands structured (DSSO) against one (HighLight)", "paper Fig. 17 (recalled)");

    /// <summary>Runs HighLight and DSSO on 1024×1024×1024, with H of B from 2 (dense) to 8.</summary>
    /// <param name="technology">Energies and areas; default 65 nm.</param>
    public static DualStructuredResult Run(TechnologyTable? technology = null) =>
        Run([Accelerators.HighLight, Accelerators.Dsso], new Gemm(1024, 1024, 1024), technology ?? TechnologyTable.Default);

    /// <summary>Runs any designs on any matrix product.</summary>
    /// <param name="designs">The designs; values are drawn relative to the first one with dense B.</param>
    /// <param name="gemm">The matrix product. Where K is no multiple of 16·H for DSSO's 2:4 × 2:H, its last step is partly idle, and counted.</param>
    /// <param name="technology">Energies and areas.</param>
    /// <param name="constraints">
    /// What the mapper may take; default <see cref="MappingConstraints.Paper"/>, for the results stand beside the paper's.
    /// </param>
    /// <exception cref="ArgumentException">There is no design, or two have one name.</exception>
    /// <exception cref="UnsupportedOperandException">A design refuses 2:4 weights.</exception>
    public static DualStructuredResult Run(
        ImmutableArray<Accelerator> designs, Gemm gemm, TechnologyTable technology, MappingConstraints? constraints = null)
    {
        ArgumentNullException.ThrowIfNull(technology);
        constraints ??= MappingConstraints.Paper;
        if (designs.IsDefaultOrEmpty || designs.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count() != designs.Length)
        {
            throw new ArgumentException("Give at least one design, each with a name of its own: a variant is a 'with { Name = …, … }'.", nameof(designs));
        }

        var patterns = Enumerable.Range(2, LargestH - 1).Select(h => HssPattern.Parse(Invariant($"C1(2:{h})→C0(4:4)"))).ToArray();
        var results = (from design in designs from b in patterns select (Design: design, B: b, Result: Evaluate(design, b, gemm, technology, constraints)))
            .ToArray();
        var rows = results.Select(r => new DualStructuredRow(r.Design, r.B, r.Result, results[0].Result)).ToImmutableArray();
        return new(Table(rows, gemm, technology, constraints), Summary(rows), AreaTable(designs, technology), Draw(rows, designs[0]), Compare(rows));
    }

    /// <remarks>
    /// Operands are not exchanged. Exchanged, HighLight would skip B's structure, but its own patterns hold no kept block of 4 for certain unless rank 0 is 2:2,
    /// which leaves half at best, what it skips of A anyway.
    /// </remarks>
    private static EvaluationResult Evaluate(
        Accelerator design, HssPattern b, Gemm gemm, TechnologyTable technology, MappingConstraints constraints) =>
        GemmEvaluation.Run(new GemmRequest(design, gemm, new HssOperand(HssPattern.Parse("C0(2:4)")), new HssOperand(b))
        {
            Technology = technology,
            AllowSwap = false,
            Constraints = constraints,
        }).Result;

    private static ResultTable Table(
        IEnumerable<DualStructuredRow> rows, Gemm gemm, TechnologyTable technology, MappingConstraints constraints) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("design", r => r.Design.Name)
        .Text("a_pattern", _ => "C0(2:4)")
        .Number("a_density", "1", _ => (double?)0.5)
        .Text("b_pattern", r => r.B.ToString())
        .Number("b_density", "1", r => (double?)r.B.Density.ToDouble())
        .Number("cycles", "cycles", r => (double?)r.Result.Cycles)
        .Number("ideal_cycles", "cycles", r => (double?)r.Result.Bounds.Ideal, "Multiplies that take a cycle over the multipliers: no edge of the array idle.")
        .Text("bound", r => r.Result.Bounds.Bound.ToString(), "What limits the cycles.")
        .Number("energy_pJ", "pJ", r => (double?)r.Result.EnergyPj)
        .Number("edp_pJ_cycles", "pJ*cycles", r => (double?)r.Result.EdpPjCycles)
        .Number("norm_cycles", "1", r => (double?)r.Cycles, "Over the first design with dense B; so are energy and EDP.")
        .Number("norm_energy", "1", r => (double?)r.Energy)
        .Number("norm_edp", "1", r => (double?)r.Edp)
        .Number("macs_done", "1", r => (double?)r.Result.Counts.MacsDone, "Multiplies that spend energy.")
        .Number("macs_gated", "1", r => (double?)r.Result.Counts.MacsGated, "Multiplies that spend a cycle only.")
        .Number("macs_skipped", "1", r => (double?)r.Result.Counts.MacsSkipped, "Multiplies that spend neither.")
        .Text("mapping", r => r.Result.Mapping.ToString(), "The mapping of lowest EDP; give it back to replay."))
        .WithMetadata("gemm", gemm.ToString())
        .WithMetadata("technology", technology.Name)
        .WithMetadata("mappings", MappingText.Of(constraints));

    private static ResultTable Summary(IEnumerable<DualStructuredRow> rows) => ResultTable.From("by degree of B", rows, columns => columns
        .Text("b_pattern", r => r.B.ToString())
        .Text("design", r => r.Design.Name)
        .Number("norm_cycles", "1", r => (double?)r.Cycles)
        .Number("norm_energy", "1", r => (double?)r.Energy)
        .Number("norm_edp", "1", r => (double?)r.Edp)
        .Text("bound", r => r.Result.Bounds.Bound.ToString())
        .Number("macs_gated_share", "1", r => (double?)(r.Result.Counts.MacsGated / (r.Result.Counts.MacsDone + r.Result.Counts.MacsGated)), "Of the multiplies that take a cycle."));

    private static ResultTable AreaTable(ImmutableArray<Accelerator> designs, TechnologyTable technology) =>
        ResultTable.From("area", designs.Select(design => (Design: design, Area: AreaModel.Of(design, technology))), columns => columns
            .Text("design", r => r.Design.Name)
            .Number("area_mm2", "mm2", r => (double?)r.Area.TotalMm2)
            .Number("saf_mm2", "mm2", r => (double?)r.Area.SafMm2, "Sparsity hardware; the metadata buffer counts as storage.")
            .Number("saf_share", "1", r => (double?)r.Area.SafShare));

    private static Figure Draw(ImmutableArray<DualStructuredRow> rows, Accelerator reference)
    {
        Panel Of(string what, Func<DualStructuredRow, double> value) => new(
            Axis.Category("rule of B's blocks (C1); 2:2 is dense"),
            Axis.Linear(Invariant($"{reference.Name} with dense B = 1")) with { FromZero = true },
            Lines.Of(
                rows,
                r => r.B[1].ToString(),
                r => value(r),
                r => r.Design.Name,
                hover: r => Invariant($"B {r.B}: {what} {value(r):0.000}, {r.Result.Cycles:0} cycles ({r.Result.Bounds.Bound}), {r.Result.EnergyPj / 1e6:0.0} µJ")))
        {
            Title = what,
        };
        return Figure.Grid("Both operands structured against one", 3, Of("cycles", r => r.Cycles), Of("energy", r => r.Energy), Of("EDP", r => r.Edp))
            .WithSubtitle(Experiment.PaperFigure + "; A C0(2:4), B C1(2:H)→C0(4:4)")
            .WithSize(960, 440);
    }

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<DualStructuredRow> rows)
    {
        var reference = rows[0].Design;
        return
        [
            .. from row in rows
               where row.Design != reference
               let same = rows.First(r => r.Design == reference && r.B.Equals(row.B))
               select PaperComparison.Without(
                   Invariant($"EDP {row.Design.Name} / {reference.Name} at B {row.B}"),
                   "x",
                   row.Result.EdpPjCycles / same.Result.EdpPjCycles,
                   Invariant($"cycles {row.Result.Cycles / same.Result.Cycles:0.000} x; no public text gives the figure's numbers")),
        ];
    }
}
