using System.Numerics;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// Bits of the offsets that a design stores: wires are as wide as the largest fiber of the family takes, whichever member is stored.
/// </summary>
internal static class OffsetWidths
{
    /// <summary>Bits of an offset of one rank, 0 being the lowest; 0 where the rule is dense.</summary>
    public static int Of(OperandSupport support, HssPattern pattern, int rank)
    {
        if (pattern[rank].IsDense)
        {
            return 0;
        }

        var family = support.Families.FirstOrDefault(family => family.Contains(pattern));
        if (!support.RoundsOffsetBits)
        {
            return Gh.BitsFor(family is null ? pattern[rank].H : family[rank].H.Max);
        }

        // Stored as numbers of 1, 2, 4 ... bits, each as the pattern needs it.
        return (int)BitOperations.RoundUpToPowerOf2((uint)Gh.BitsFor(pattern[rank].H));
    }
}
