using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Breakdown;

/// <summary>Where energy and area of the designs go: energy by component at a few cells of the synthetic sweep, area by component with the share of the sparsity hardware.</summary>
public static class BreakdownExperiment
{
    private const double PjPerMicrojoule = 1e6;

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(
        9, "breakdown", "Energy and area by component, and the share of the sparsity hardware", "paper Fig. 16 (recalled)");

    /// <summary>Runs TC, STC, DSTC, S2TA and HighLight on 1024×1024×1024: dense, weights of 50 and 75 % sparsity, both operands of 75 %.</summary>
    /// <param name="technology">Energies and areas; default 65 nm.</param>
    public static BreakdownResult Run(TechnologyTable? technology = null) => Run(
        [OperandCell.Dense, OperandCell.HalfSparseWeights, OperandCell.SparseWeights, OperandCell.BothSparse],
        [Accelerators.TensorCore, Accelerators.SparseTensorCore, Accelerators.DualSideSparseTensorCore, Accelerators.S2ta, Accelerators.HighLight],
        new Gemm(1024, 1024, 1024),
        technology ?? TechnologyTable.Default);

    /// <summary>Runs any designs on any operands.</summary>
    /// <param name="cells">The operands.</param>
    /// <param name="designs">The designs; energies are drawn relative to the first one.</param>
    /// <param name="gemm">The matrix product.</param>
    /// <param name="technology">Energies and areas.</param>
    /// <param name="constraints">
    /// What the mapper may take; default <see cref="MappingConstraints.Paper"/>, for the results stand beside the paper's.
    /// </param>
    /// <exception cref="ArgumentException">There is no cell or no design, or two have one name.</exception>
    public static BreakdownResult Run(
        ImmutableArray<OperandCell> cells,
        ImmutableArray<Accelerator> designs,
        Gemm gemm,
        TechnologyTable technology,
        MappingConstraints? constraints = null)
    {
        ArgumentNullException.ThrowIfNull(technology);
        constraints ??= MappingConstraints.Paper;
        OperandCell.ThrowIfNotDistinct(cells, nameof(cells));
        if (designs.IsDefaultOrEmpty || designs.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count() != designs.Length)
        {
            throw new ArgumentException("Give at least one design, each with a name of its own: a variant is a 'with { Name = …, … }'.", nameof(designs));
        }

        var runs = (from cell in cells from design in designs select CellRun.Of(design, cell, gemm, technology, constraints)).ToImmutableArray();
        var areas = designs.Select(design => (Design: design, Area: AreaModel.Of(design, technology))).ToImmutableArray();
        var rows = runs.SelectMany(BreakdownRow.OfEnergy).Concat(areas.SelectMany(a => BreakdownRow.OfArea(a.Design, a.Area)));
        return new(
            Table(rows, gemm, technology, constraints), DrawEnergy(cells, runs), DrawArea(areas), Totals(runs), AreaTable(areas), SparsityHardwareTable(areas), Compare(runs, areas));
    }

    private static ResultTable Table(
        IEnumerable<BreakdownRow> rows, Gemm gemm, TechnologyTable technology, MappingConstraints constraints) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("quantity", r => r.Quantity, "energy or area.")
        .Text("design", r => r.Design)
        .Text("cell", r => r.Run?.Cell.Name, "Sparsity of A × sparsity of B; null for areas.")
        .Text("a", r => r.Run?.Cell.A.ToString(), "Operand A.")
        .Number("a_density", "1", r => r.Run?.Cell.A.Density)
        .Text("b", r => r.Run?.Cell.B.ToString(), "Operand B.")
        .Number("b_density", "1", r => r.Run?.Cell.B.Density)
        .Text("component", r => r.Component)
        .Flag("is_saf", r => r.IsSaf, "Sparsity hardware; the metadata buffer counts as storage.")
        .Number("energy_pJ", "pJ", r => r.EnergyPj, "Of the component; null for areas and where the design refuses an operand.")
        .Number("area_mm2", "mm2", r => r.AreaMm2, "Of the component; null for energies.")
        .Number("share", "1", r => r.Share, "Of the design's total.")
        .Number("cycles", "cycles", r => r.Run?.Result?.Cycles)
        .Text("bound", r => r.Run?.Result?.Bounds.Bound.ToString(), "What limits the cycles.")
        .Text("mapping", r => r.Run?.Result?.Mapping.ToString(), "The mapping of lowest EDP; give it back to replay.")
        .Text("refusal", r => r.Run?.Refusal, "Why the design does not run the cell."))
        .WithMetadata("gemm", gemm.ToString())
        .WithMetadata("technology", technology.Name)
        .WithMetadata("mappings", MappingText.Of(constraints));

    private static ResultTable Totals(IEnumerable<CellRun> runs) => ResultTable.From("energy", runs, columns => columns
        .Text("cell", r => r.Cell.Name, "Sparsity of A × sparsity of B.")
        .Text("design", r => r.Design.Name)
        .Number("energy_uJ", "uJ", r => r.Result?.EnergyPj / PjPerMicrojoule)
        .Number("dram_share", "1", r => r.Result?.Energy.Dram / r.Result?.EnergyPj)
        .Number("buffer_share", "1", r => (r.Result?.Energy.Buffer + r.Result?.Energy.Metadata) / r.Result?.EnergyPj, "Data and metadata.")
        .Number("partial_sum_share", "1", r => r.Result?.Energy.Accumulation / r.Result?.EnergyPj)
        .Number("saf_share", "1", r => r.Result?.Energy.Safs / r.Result?.EnergyPj, "Sparsity hardware.")
        .Number("cycles", "cycles", r => r.Result?.Cycles)
        .Text("bound", r => r.Result?.Bounds.Bound.ToString() ?? "refused"));

    private static ResultTable AreaTable(ImmutableArray<(Accelerator Design, AreaBreakdown Area)> areas) => ResultTable.From("area", areas, columns => columns
        .Text("design", r => r.Design.Name)
        .Number("area_mm2", "mm2", r => (double?)r.Area.TotalMm2)
        .Number("saf_mm2", "mm2", r => (double?)r.Area.SafMm2, "Sparsity hardware; the metadata buffer counts as storage.")
        .Number("saf_share", "1", r => (double?)r.Area.SafShare));

    private static ResultTable SparsityHardwareTable(ImmutableArray<(Accelerator Design, AreaBreakdown Area)> areas) => ResultTable.From(
        EnergyPart.SparsityHardware,
        areas.SelectMany(a => BreakdownRow.OfArea(a.Design, a.Area)).Where(row => row is { IsSaf: true, AreaMm2: > 0 }),
        columns => columns
            .Text("design", r => r.Design)
            .Text("component", r => r.Component)
            .Number("area_mm2", "mm2", r => r.AreaMm2)
            .Number("share", "1", r => r.Share, "Of the design's total."));

    private static Figure DrawEnergy(ImmutableArray<OperandCell> cells, ImmutableArray<CellRun> runs)
    {
        var reference = runs[0].Design.Name;
        var panels = cells.Select(cell =>
        {
            var here = runs.Where(run => run.Cell == cell).ToArray();
            var unit = here[0].Result?.EnergyPj;
            var parts = here.SelectMany(BreakdownRow.OfEnergy).Where(row => row.EnergyPj is not null);
            return new Panel(
                Axis.Category("", [.. here.Select(run => run.Result is null ? Invariant($"({run.Design.Name})") : run.Design.Name)]),
                Axis.Linear(Invariant($"energy, {reference} = 1")),
                Bars.Of(
                    parts,
                    row => row.Design,
                    row => row.EnergyPj / unit,
                    row => row.Component!,
                    hover: row => Invariant($"{row.Design}, {row.Component}: {row.EnergyPj / PjPerMicrojoule:0.0} µJ, {row.Share:P1}")) with { Mode = BarMode.Stacked })
            {
                Title = cell.Name,
            };
        });
        return Figure.Grid("Energy by component", 2, [.. panels]).WithSubtitle(Experiment.PaperFigure + "; sparsity of A × sparsity of B; (in brackets): refuses the operands").WithSize(960, 760);
    }

    private static Figure DrawArea(ImmutableArray<(Accelerator Design, AreaBreakdown Area)> areas)
    {
        ImmutableArray<string> names = [.. areas.Select(a => a.Design.Name)];
        var claim = PaperTargets.Find("claim-saf-area");
        var parts = from area in areas
                    from part in area.Area.Components
                    group part.Mm2 by (Design: area.Design.Name, Component: Folded(part)) into folded
                    select (folded.Key.Design, folded.Key.Component, Mm2: folded.Sum());
        var total = new Panel(
            Axis.Category("", names),
            Axis.Linear("area", "mm²"),
            Bars.Of(parts, part => part.Design, part => part.Mm2, part => part.Component, hover: part => Invariant($"{part.Design}, {part.Component}: {part.Mm2:0.000} mm²")) with { Mode = BarMode.Stacked })
        {
            Title = "all",
        };
        var share = new Panel(
            Axis.Category("", names),
            Axis.Linear("share of the area", "%") with { FromZero = true },
            Bars.Of(
                areas,
                area => area.Design.Name,
                area => 100 * area.Area.SafShare,
                _ => EnergyPart.SparsityHardware,
                text: area => Invariant($"{100 * area.Area.SafShare:0.0}"),
                hover: area => Invariant($"{area.Design.Name}: {area.Area.SafMm2:0.000} of {area.Area.TotalMm2:0.00} mm²")) with { Mode = BarMode.Stacked },
            new ReferenceLine(claim.Value))
        {
            Title = Invariant($"sparsity hardware; dashed: HighLight in the paper, {claim.Value} % (recalled)"),
        };
        return Figure.Grid("Area by component", 2, total, share).WithSubtitle(Experiment.PaperFigure).WithSize(960, 460);
    }

    /// <summary>The component of a figure: sparsity hardware as one, local accumulators with the registers, as energy counts them.</summary>
    private static string Folded(AreaComponent part) => part switch
    {
        { IsSaf: true } => EnergyPart.SparsityHardware,
        { Name: "local accumulators" } => "operand registers",
        _ => part.Name,
    };

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<CellRun> runs, ImmutableArray<(Accelerator Design, AreaBreakdown Area)> areas)
    {
        var rows = ImmutableArray.CreateBuilder<PaperComparison>();
        foreach (var (design, area) in areas)
        {
            var quantity = Invariant($"sparsity hardware of {design.Name}, share of the area");
            if (design.Name == Accelerators.HighLight.Name)
            {
                var claim = PaperTargets.Find("claim-saf-area");
                rows.Add(PaperComparison.With(
                    quantity, "%", 100 * area.SafShare, claim.Value, claim.Confidence, claim.Source, "Gate counts of textbook structures; the paper's netlist is not public. Control, network and pads are not modelled."));
            }
            else
            {
                rows.Add(PaperComparison.Without(quantity, "%", 100 * area.SafShare));
            }
        }

        foreach (var group in runs.GroupBy(run => run.Cell))
        {
            var first = group.First();
            foreach (var run in group.Where(run => run != first))
            {
                if (run.Result is { } result && first.Result is { } reference)
                {
                    rows.Add(PaperComparison.Without(
                        Invariant($"energy {run.Design.Name} / {first.Design.Name} at {group.Key.Name}"), "x", result.EnergyPj / reference.EnergyPj, "The recalled figure has no numbers that a public text gives."));
                }
            }
        }

        return rows.ToImmutable();
    }
}
