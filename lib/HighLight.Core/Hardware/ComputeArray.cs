namespace HighLight.Hardware;

/// <summary>The multipliers of a design: how far each dimension of the GEMM is laid out in space.</summary>
/// <param name="SpatialM">Rows of A worked on at once.</param>
/// <param name="SpatialK">Products of one output value that are added in space before the register file.</param>
/// <param name="SpatialN">Columns of B worked on at once.</param>
public sealed record ComputeArray(int SpatialM, int SpatialK, int SpatialN)
{
    /// <summary>Multipliers: the product of the three.</summary>
    public int Multipliers => SpatialM * SpatialK * SpatialN;

    /// <summary>For example <c>64×16×1 (M×K×N), 1024 multipliers</c>.</summary>
    public override string ToString() => Invariant($"{SpatialM}×{SpatialK}×{SpatialN} (M×K×N), {Multipliers} multipliers");
}
