using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Sweep;

/// <summary>The tables of the sweep.</summary>
internal static class SweepTables
{
    /// <summary>One row a design and cell.</summary>
    public static ResultTable Main(string name, SweepGrid grid, IEnumerable<SweepCell> cells) => ResultTable.From(name, Rows(cells), columns => columns
        .Text("design", r => r.Point.Design.Name)
        .Text("workload", _ => grid.Gemm.ToString(), "M x K x N.")
        .Number("a_sparsity", "1", r => (double?)r.Cell.SparsityOfA.ToDouble(), "Sparsity degree of A, the weights.")
        .Number("b_sparsity", "1", r => (double?)r.Cell.SparsityOfB.ToDouble(), "Sparsity degree of B, the activations.")
        .Text("a_pattern", r => r.Point.A.ToString(), "The operand A that the design is given.")
        .Text("b_pattern", r => r.Point.B.ToString(), "The operand B that the design is given.")
        .Flag("supported", r => r.Point.Evaluation is not null, "Whether the design runs the pair; its values are null where not.")
        .Text("a_runs_as", r => r.Point.Evaluation is { } e ? SweepReason.RunsAs(SweepReason.Executions(e).A) : null, "What the design makes of A.")
        .Text("b_runs_as", r => r.Point.Evaluation is { } e ? SweepReason.RunsAs(SweepReason.Executions(e).B) : null, "What the design makes of B.")
        .Flag("operands_exchanged", r => r.Point.Evaluation?.IsSwapped, "Whether it computes the transposed product, with A and B in each other's place.")
        .Number("cycles", "cycles", r => r.Point.Of(SweepMetric.Cycles))
        .Number("energy_pJ", "pJ", r => r.Point.Of(SweepMetric.Energy), "DRAM included.")
        .Number("edp_pJ_cycles", "pJ_cycles", r => r.Point.Of(SweepMetric.Edp), "Energy x cycles.")
        .Number("norm_cycles", "1", r => r.Point.Normalised(SweepMetric.Cycles), $"Over those of {grid.Baseline.Name} in the same cell.")
        .Number("norm_energy", "1", r => r.Point.Normalised(SweepMetric.Energy), $"Over that of {grid.Baseline.Name} in the same cell.")
        .Number("norm_edp", "1", r => r.Point.Normalised(SweepMetric.Edp), $"Over that of {grid.Baseline.Name} in the same cell.")
        .Text("bound", r => Result(r) is { } result ? SweepReason.BoundOf(result) : null, "The resource that sets the cycles.")
        .Number("cycles_compute", "cycles", r => Result(r)?.Bounds.Compute, "What the array alone needs.")
        .Number("cycles_buffer", "cycles", r => Result(r)?.Bounds.Buffer, "What the ports of the global buffer alone need.")
        .Number("cycles_dram_read", "cycles", r => Result(r)?.Bounds.DramRead)
        .Number("cycles_dram_write", "cycles", r => Result(r)?.Bounds.DramWrite)
        .Text("mapping", r => Result(r)?.Mapping.ToString(), "Tiles in the global buffer; given back, it replays the result.")
        .Text("why", r => SweepReason.Of(r.Point)))
        .WithMetadata("technology", grid.Technology.ToString())
        .WithMetadata("mappings", MappingText.Of(grid.Constraints));

    /// <summary>Which pattern each design of the figures is given at each degree of A, and what it makes of it where B is as dense as the grid has it.</summary>
    public static ResultTable Patterns(SweepGrid grid, ImmutableArray<SweepCell> cells)
    {
        var rows = cells.GroupBy(cell => cell.SparsityOfA)
            .Select(group => group.MinBy(cell => cell.SparsityOfB)!)
            .SelectMany(cell => grid.Designs.Select(design => (Cell: cell, Point: cell.Of(design))));
        return ResultTable.From("patterns of A", rows, columns => columns
            .Number("a_sparsity", "1", r => (double?)r.Cell.SparsityOfA.ToDouble())
            .Text("design", r => r.Point.Design.Name)
            .Text("given", r => r.Point.A.ToString())
            .Text("runs_as", r => r.Point.Evaluation is { } e ? SweepReason.RunsAs(SweepReason.Executions(e).A) : "unsupported")
            .Number("norm_cycles", "1", r => r.Point.Normalised(SweepMetric.Cycles), $"Over those of {grid.Baseline.Name}."));
    }

    private static EvaluationResult? Result((SweepCell Cell, SweepPoint Point) row) => row.Point.Evaluation?.Result;

    private static IEnumerable<(SweepCell Cell, SweepPoint Point)> Rows(IEnumerable<SweepCell> cells) =>
        cells.SelectMany(cell => cell.Points.Select(point => (cell, point)));
}
