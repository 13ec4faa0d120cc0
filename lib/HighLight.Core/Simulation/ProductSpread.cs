using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>How far the number of products of operands may lie from its expected value by chance alone.</summary>
internal static class ProductSpread
{
    private const double Deviations = 4;

    /// <summary>
    /// Four standard deviations of the products of two nonzeros whose places are independent: √(M·K·N · dA(1−dA) · dB(1−dB)) each, whatever
    /// the ranks of a pattern (derived: nonzeros of B at different K are independent).
    /// </summary>
    public static double Of(DatapathJob job)
    {
        double a = Density(job.RunOfA), b = Density(job.RunOfB);
        return Deviations * Math.Sqrt((double)job.Gemm.M * job.Gemm.K * job.Gemm.N * a * (1 - a) * b * (1 - b));
    }

    /// <summary>
    /// The tolerance of a claim that holds within a share but for so many actions that chance moves.
    /// </summary>
    public static Claim Claim(double share, double actions, long simulated) =>
        Simulation.Claim.Statistical(share + (actions / Math.Max(1, simulated)));

    /// <summary>Whether the last part of K ends within a group.</summary>
    public static bool CutsLastGroup(DatapathJob job, long group) => (job.Gemm.K - 1) % job.Nest.TileK % group != group - 1;

    /// <summary>Share of values that are stored, or of nonzeros.</summary>
    private static double Density(OperandRun operand) => operand.Pattern is { } pattern
        ? pattern.Density.ToDouble()
        : operand.Values == 0 ? 1 : (double)operand.Nonzeros / operand.Values;
}
