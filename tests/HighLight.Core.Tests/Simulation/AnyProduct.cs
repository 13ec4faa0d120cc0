using CsCheck;
using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>Operands for simulated products.</summary>
internal static class AnyProduct
{
    /// <summary>Values of any density; a row or a column may be all zero.</summary>
    public static Gen<Matrix<sbyte>> Operand(int rows, int columns) =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool, Gen.Bool, Gen.Int[0, 1 << 20]).Select((density, emptyRow, emptyColumn, seed) =>
    {
        var matrix = Simulate.Random(rows, columns, density, seed);
        return Matrix<sbyte>.Create(rows, columns, (r, c) => (emptyRow && r == seed % rows) || (emptyColumn
            && c == seed % columns) ? (sbyte)0 : matrix[r, c]);
    });

    /// <summary>The rows of a comparison whose claim does not hold.</summary>
    public static IEnumerable<ComparisonRow> Wrong(this SimulationComparison comparison, ClaimKind kind) =>
        comparison.Rows.Where(row => row.Claim.Kind == kind && !row.Holds);
}
