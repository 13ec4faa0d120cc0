namespace HighLight.Hardware;

/// <summary>The multipliers of a design: how far each dimension of the GEMM is laid out in space.</summary>
/// <param name="SpatialM">Rows of A worked on at once.</param>
/// <param name="SpatialK">Products of one output value that are added in space before the register file.</param>
/// <param name="SpatialN">Columns of B worked on at once.</param>
public sealed record ComputeArray(int SpatialM, int SpatialK, int SpatialN)
{
    /// <summary>The most multipliers that can be described.</summary>
    public const int MaxMultipliers = 1 << 24;

    /// <summary>Multipliers: the product of the three, 1..<see cref="MaxMultipliers"/>.</summary>
    public int Multipliers => SpatialM * SpatialK * SpatialN;

    internal void Check(ProblemList problems, string path)
    {
        if (problems.Within($"{path}.{nameof(SpatialM)}", SpatialM, 1, MaxMultipliers)
            & problems.Within($"{path}.{nameof(SpatialK)}", SpatialK, 1, MaxMultipliers)
            & problems.Within($"{path}.{nameof(SpatialN)}", SpatialN, 1, MaxMultipliers)
            && (Int128)SpatialM * SpatialK * SpatialN is var multipliers && multipliers > MaxMultipliers)
        {
            problems.Add(path, Invariant($"{SpatialM}×{SpatialK}×{SpatialN}"), Invariant($"{MaxMultipliers} multipliers at the most"));
        }
    }

    /// <summary>For example <c>64×16×1 (M×K×N), 1024 multipliers</c>.</summary>
    public override string ToString() => Invariant($"{SpatialM}×{SpatialK}×{SpatialN} (M×K×N), {Multipliers} multipliers");
}
