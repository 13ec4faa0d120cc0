namespace HighLight.Evaluation;

/// <summary>The cycles that each resource alone would need; the largest is the total.</summary>
/// <param name="Ideal">Multiplies that take a cycle, over the multipliers: no edge of the array is idle.</param>
/// <param name="Compute">The array, with its idle edges and the steps that quantisation leaves partly empty.</param>
/// <param name="Buffer">The ports of the global buffer.</param>
/// <param name="DramRead">Reading DRAM.</param>
/// <param name="DramWrite">Writing DRAM.</param>
public readonly record struct CycleBounds(double Ideal, double Compute, double Buffer, double DramRead, double DramWrite)
{
    /// <summary>The total: the largest bound.</summary>
    public double Cycles => Math.Max(Math.Max(Compute, Buffer), Math.Max(DramRead, DramWrite));

    /// <summary>The resource that sets the total; compute where several do.</summary>
    public CycleBound Bound => Compute >= Cycles ? CycleBound.Compute
        : Buffer >= Cycles ? CycleBound.Buffer
        : DramRead >= Cycles ? CycleBound.DramRead
        : CycleBound.DramWrite;
}
