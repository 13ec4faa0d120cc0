using System.Collections.Immutable;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.Sweep;

/// <summary>One pair of sparsity degrees, and what each design makes of it.</summary>
/// <param name="SparsityOfA">Sparsity degree of A.</param>
/// <param name="SparsityOfB">Sparsity degree of B.</param>
/// <param name="Points">The designs in the order of the grid, then its variants.</param>
internal sealed record SweepCell(Fraction SparsityOfA, Fraction SparsityOfB, ImmutableArray<SweepPoint> Points)
{
    /// <summary>For example <c>A 50 %, B 25 %</c>.</summary>
    public string Label => $"{Degree("A", SparsityOfA)}, {Degree("B", SparsityOfB)}";

    public SweepPoint Of(Accelerator design) => Points.First(point => point.Design.Name == design.Name);

    /// <summary>For example <c>A 50 %</c>.</summary>
    public static string Degree(string operand, Fraction sparsity) => Invariant($"{operand} {100 * sparsity.ToDouble():0.#} %");

    /// <summary>Runs every cell of a grid, degrees of A outermost.</summary>
    /// <exception cref="ArgumentException">The grid cannot be run; every violation is listed.</exception>
    public static ImmutableArray<SweepCell> RunAll(SweepGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        grid.Check();
        return [.. from a in grid.SparsityOfA from b in grid.SparsityOfB select Run(grid, a, b)];
    }

    private static SweepCell Run(SweepGrid grid, Fraction a, Fraction b)
    {
        SweepPoint Point(Accelerator design, SweepPoint? baseline) =>
            SweepPoint.Run(grid, design, SweepOperands.A(grid.ValuesOfA, design, a), SweepOperands.B(design, b), baseline?.Evaluation?.Result);

        var baseline = Point(grid.Baseline, baseline: null);
        baseline = baseline with { Baseline = baseline.Evaluation?.Result };
        return new(a, b, [baseline, .. grid.Designs.Skip(1).Concat(grid.Variants).Select(design => Point(design, baseline))]);
    }
}
