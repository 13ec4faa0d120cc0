using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.Validation;

/// <summary>What is kept of one comparison: its numbers, not its operands.</summary>
internal sealed record ValidationRun
{
    public required ValidationGroup Group { get; init; }

    public required string Workload { get; init; }

    public required ZeroPlacement Zeros { get; init; }

    public required string Design { get; init; }

    public required Gemm Gemm { get; init; }

    /// <summary>Null: dense, or zeros in any place.</summary>
    public required string? PatternOfA { get; init; }

    public required string? PatternOfB { get; init; }

    public required double DensityOfA { get; init; }

    public required double DensityOfB { get; init; }

    public required Mapping Mapping { get; init; }

    public required bool ProductIsExact { get; init; }

    public required long WorkingCycles { get; init; }

    public required Stalls Stalls { get; init; }

    public required long DroppedValues { get; init; }

    public required ImmutableArray<ComparisonRow> Rows { get; init; }

    /// <summary>The row of a quantity.</summary>
    public ComparisonRow this[string quantity] => Rows.First(row => string.Equals(row.Quantity, quantity, StringComparison.Ordinal));

    /// <summary>Stalls by conflicts in the banks, over the cycles without stalls.</summary>
    public double ConflictShare => WorkingCycles == 0 ? 0 : (double)Stalls[StallCause.BankConflict] / WorkingCycles;

    public static ValidationRun Of(ValidationCase @case, SimulationComparison comparison)
    {
        var (request, simulation) = (@case.Request, comparison.Simulation);
        return new()
        {
            Group = @case.Group,
            Workload = @case.Workload,
            Zeros = @case.Zeros,
            Design = request.Design.Name,
            Gemm = simulation.Gemm,
            PatternOfA = request.PatternOfA?.ToString(),
            PatternOfB = request.PatternOfB?.ToString(),
            DensityOfA = comparison.Evaluator.A.Density,
            DensityOfB = comparison.Evaluator.B.Density,
            Mapping = simulation.Mapping,
            ProductIsExact = comparison.ProductIsExact,
            WorkingCycles = simulation.WorkingCycles,
            Stalls = simulation.Stalls,
            DroppedValues = simulation.Counts.Event("top-NNZ unit", "values dropped"),
            Rows = comparison.Rows,
        };
    }
}
