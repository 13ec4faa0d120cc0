namespace HighLight.Simulation;

/// <summary>
/// What one lane of the array multiplies in one cycle: a value of A that stands in its register, and the word of B that its offsets
/// select.
/// </summary>
/// <param name="Row">Row of the array, from 0.</param>
/// <param name="Lane">Lane of the row, from 0.</param>
/// <param name="M">Row of A and Z.</param>
/// <param name="K">Position along the reduction.</param>
/// <param name="N">Column of B and Z.</param>
/// <param name="ValueOfA">The value of A.</param>
/// <param name="ValueOfB">The word of B.</param>
/// <param name="IsGated">Whether the multiply is gated: it takes the cycle and spends no energy.</param>
public readonly record struct LaneProduct(int Row, int Lane, int M, int K, int N, int ValueOfA, int ValueOfB, bool IsGated)
{
    /// <summary>Whether both values are nonzero: the multiply adds something to the sum.</summary>
    public bool IsEffectual => ValueOfA != 0 && ValueOfB != 0;

    /// <summary>For example <c>a[2,17]=3 × b[17,0]=0: gated</c>.</summary>
    public override string ToString() => Invariant($"a[{M},{K}]={ValueOfA} × b[{K},{N}]={ValueOfB}{(IsGated ? ": gated" : "")}");
}
