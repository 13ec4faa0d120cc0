using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Sparsity;

namespace HighLight.Experiments.Breakdown;

/// <summary>A pair of operands with the name that tables and figures give it: a cell of the synthetic sweep.</summary>
/// <param name="Name">Sparsity of A × sparsity of B, unique in a run.</param>
/// <param name="A">Operand A, weights.</param>
/// <param name="B">Operand B, activations.</param>
public sealed record OperandCell(string Name, OperandDensity A, OperandDensity B)
{
    /// <summary>Nothing is zero.</summary>
    public static OperandCell Dense { get; } = new("dense × dense", new DenseOperand(), new DenseOperand());

    /// <summary>A of 2:4, B dense.</summary>
    public static OperandCell HalfSparseWeights { get; } = new("50 % × dense", Hss("C1(4:4)→C0(2:4)"), new DenseOperand());

    /// <summary>A of 4:8→2:4, B dense.</summary>
    public static OperandCell SparseWeights { get; } = new("75 % × dense", Hss("C1(4:8)→C0(2:4)"), new DenseOperand());

    /// <summary>A of 2:4, half of B zero anywhere.</summary>
    public static OperandCell BothHalfSparse { get; } = new("50 % × 50 %", Hss("C1(4:4)→C0(2:4)"), new UniformOperand(0.5));

    /// <summary>A of 4:8→2:4, three quarters of B zero anywhere.</summary>
    public static OperandCell BothSparse { get; } = new("75 % × 75 %", Hss("C1(4:8)→C0(2:4)"), new UniformOperand(0.25));

    /// <summary>Throws unless there are cells, each with a name of its own.</summary>
    internal static void ThrowIfNotDistinct(ImmutableArray<OperandCell> cells, string parameter)
    {
        if (cells.IsDefaultOrEmpty || cells.Select(cell => cell.Name).Distinct(StringComparer.Ordinal).Count() != cells.Length)
        {
            throw new ArgumentException("Give at least one cell, each with a name of its own.", parameter);
        }
    }

    private static HssOperand Hss(string pattern) => new(HssPattern.Parse(pattern));
}
