using System.Numerics;
using HighLight.Sparsity;

namespace HighLight.Evaluation.Densities;

/// <summary>
/// An operand pruned to an HSS pattern, every fiber holding exactly G of H. Tiles of whole groups have an exact occupancy; within a group the kept
/// coordinates of each fiber are taken to lie anywhere with equal probability (derived: hypergeometric on each rank).
/// </summary>
public sealed record HssOperand : OperandDensity
{
    /// <summary>Creates the model.</summary>
    /// <param name="pattern">The pattern.</param>
    public HssOperand(HssPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
    }

    /// <summary>The pattern.</summary>
    public HssPattern Pattern { get; }

    /// <inheritdoc/>
    public override double Density => Pattern.Density.ToDouble();

    /// <inheritdoc/>
    public override bool IsExactFor(int tile)
    {
        ThrowIfNoTile(tile);
        return Pattern.IsDense || tile % Pattern.GroupSize == 0;
    }

    /// <inheritdoc/>
    public override OccupancyDistribution Occupancy(int tile)
    {
        ThrowIfNoTile(tile);
        var groups = (int)(tile / Pattern.GroupSize);
        var rest = (int)(tile % Pattern.GroupSize);
        var whole = OccupancyDistribution.Certain((int)(groups * Pattern.GroupSize), (int)(groups * Pattern.KeptPerGroup));
        return rest == 0 ? whole : whole.And(Part(Pattern.RankCount - 1, rest));
    }

    /// <summary>For example <c>C1(4:8)→C0(2:4)</c>.</summary>
    public override string ToString() => Pattern.ToString();

    /// <summary>The first <paramref name="length"/> values of a kept fiber of <paramref name="rank"/>, shorter than the fiber.</summary>
    private OccupancyDistribution Part(int rank, int length)
    {
        var rule = Pattern[rank];
        if (rank == 0)
        {
            return OccupancyDistribution.Hypergeometric(length, rule.H, rule.G);
        }

        var (size, kept) = Payload(rank);
        var (blocks, rest) = Math.DivRem(length, size);
        var probabilities = new double[length + 1];
        var whole = OccupancyDistribution.Hypergeometric(blocks, rule.H, rule.G);
        var cut = rest == 0 ? null : Part(rank - 1, rest);
        for (var n = 0; n <= Math.Min(blocks, rule.G); n++)
        {
            if (cut is null)
            {
                probabilities[n * kept] += whole[n];
                continue;
            }

            // The block that is cut is one of the rule's G with what is left of them over the blocks not yet seen.
            var present = (double)(rule.G - n) / (rule.H - blocks);
            probabilities[n * kept] += whole[n] * (1 - present);
            for (var k = 0; k <= rest; k++)
            {
                if (cut[k] > 0 && present > 0)
                {
                    probabilities[(n * kept) + k] += whole[n] * present * cut[k];
                }
            }
        }

        return OccupancyDistribution.Wrap([.. probabilities]);
    }

    /// <summary>Values that one payload of a rank spans, and those kept in it.</summary>
    private (int Size, int Kept) Payload(int rank)
    {
        BigInteger size = 1, kept = 1;
        for (var below = 0; below < rank; below++)
        {
            size *= Pattern[below].H;
            kept *= Pattern[below].G;
        }

        return ((int)size, (int)kept);
    }
}
