using HighLight.Sparsity;

namespace HighLight.Evaluation;

/// <summary>
/// Structured skipping of both operands at once: it needs no intersection only where B keeps or drops whole groups of A, as on alternating
/// ranks (recalled: the paper, DSSO).
/// </summary>
internal static class DualSkipping
{
    /// <summary>Why two operands cannot be skipped together; null where they can, or where one of them is not skipped.</summary>
    public static string? ProblemOf(OperandExecution a, OperandExecution b)
    {
        if (a.Served is not { IsDense: false } ofA || b.Served is not { IsDense: false } ofB || a.ComputedShare >= 1 || b.ComputedShare >= 1
            || Payload(ofB) % (long)ofA.GroupSize == 0)
        {
            return null;
        }

        return Invariant($"A runs as {ofA} and B as {ofB}, and both are skipped, so B must keep or drop whole blocks of ")
            + Invariant($"{ofA.GroupSize} values, the groups of A: otherwise their nonzeros would have to be intersected. ")
            + "Put B's rule on a rank above A's, or let one of them be gated (StructuredZeros = ZeroAction.Gate).";
    }

    /// <summary>Values of a payload of the lowest rank with a rule.</summary>
    private static long Payload(HssPattern pattern)
    {
        long values = 1;
        for (var rank = 0; pattern[rank].IsDense; rank++)
        {
            values *= pattern[rank].H;
        }

        return values;
    }
}
