namespace HighLight.Sparsity;

/// <summary>What must hold between the ranks of one specification: each dimension once, or split into consecutive ranks, highest first.</summary>
internal static class RankNameRules
{
    public static IEnumerable<SparsityError> Violations(IReadOnlyList<(RankSpecification Rank, int Position, int Length)> ranks)
    {
        for (var i = 0; i < ranks.Count; i++)
        {
            var (rank, position, length) = ranks[i];
            for (var j = 0; j < i; j++)
            {
                if (Clash(ranks[j].Rank.Name, rank.Name) is var (message, fix))
                {
                    yield return new SparsityError(position, length, message, fix);
                    break;
                }
            }
        }

        foreach (var splits in ranks.Where(r => r.Rank.Name.SplitIndex is not null).GroupBy(r => r.Rank.Name.Dimensions, StringComparer.Ordinal))
        {
            if (SplitViolation(splits.Key, [.. splits]) is { } error)
            {
                yield return error;
            }
        }
    }

    private static (string Message, string Fix)? Clash(RankName earlier, RankName later)
    {
        if (earlier == later)
        {
            return ($"Rank {later} occurs twice.", "Name each rank once.");
        }

        var splitsOfOne = earlier.Dimensions == later.Dimensions && earlier.SplitIndex is not null && later.SplitIndex is not null;
        var shared = earlier.Dimensions.Intersect(later.Dimensions).ToArray();
        return splitsOfOne || shared.Length == 0
            ? null
            : ($"Dimension {shared[0]} is part of both {earlier} and {later}.", "Give each dimension to one rank, or split it as in C1→C0.");
    }

    private static SparsityError? SplitViolation(string dimensions, (RankSpecification Rank, int Position, int Length)[] splits)
    {
        for (var i = 0; i < splits.Length; i++)
        {
            var expected = splits.Length - 1 - i;
            if (splits[i].Rank.Name.SplitIndex != expected)
            {
                var wanted = string.Join('→', Enumerable.Range(0, splits.Length).Reverse().Select(s => Invariant($"{dimensions}{s}")));
                return new SparsityError(
                    splits[i].Position,
                    splits[i].Length,
                    $"Rank {splits[i].Rank.Name} is out of place: the splits of {dimensions} are numbered down to 0, the highest first.",
                    $"Name them {wanted}.");
            }
        }

        return null;
    }
}
