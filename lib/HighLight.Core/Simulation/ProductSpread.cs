using HighLight.Simulation.Datapaths.Shared;

namespace HighLight.Simulation;

/// <summary>How far the number of products of operands may lie from its expected value by chance alone.</summary>
internal static class ProductSpread
{
    private const double Deviations = 4;

    /// <summary>
    /// Four standard deviations of the products of two nonzeros, given where A's are and with B's at independent places:
    /// √(N·dB(1−dB) · Σ(a(k) − mean)²) each, where a(k) nonzeros lie in column k of A (derived).
    /// </summary>
    public static double Of(DatapathJob job)
    {
        var kept = new int[job.Gemm.K];
        for (var m = 0; m < job.Gemm.M; m++)
        {
            var row = job.A.Row(m);
            for (var k = 0; k < kept.Length; k++)
            {
                kept[k] += row[k] == 0 ? 0 : 1;
            }
        }

        var mean = (double)job.RunOfA.Nonzeros / kept.Length;
        var density = job.RunOfB.Pattern is { } bound ? bound.Density.ToDouble() : (double)job.RunOfB.Nonzeros / job.RunOfB.Values;
        return Deviations * Math.Sqrt(job.Gemm.N * density * (1 - density) * kept.Sum(count => (count - mean) * (count - mean)));
    }

    /// <summary>A claim that holds within a share, but for so many actions that chance moves.</summary>
    public static Claim Claim(double share, double actions, long simulated) =>
        Simulation.Claim.Statistical(share + (actions / Math.Max(1, simulated)));
}
