using HighLight.Formats;
using HighLight.Sparsity;

namespace HighLight.Experiments.Primer;

/// <summary>The example filters pruned by one specification, in one format.</summary>
internal sealed record FormatRow(NamedSpecification Specification, SparseFormat Format, FormatSize Size, long Weights, long Nonzeros, double KeptL2Share)
{
    public Fraction Density => new(Nonzeros, Weights);

    public double BitsPerWeight => (double)Size.TotalBits / Weights;
}
