using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>What a mapping must be for a design to run it: a tile for each level on chip, each inside the next outer one, room for all, and no sums that leave unsaid.</summary>
internal static class MappingRules
{
    /// <summary>What is wrong with a mapping, its room included; null where nothing is.</summary>
    public static string? ProblemOf(Evaluator evaluator, in Gemm gemm, in Mapping mapping)
    {
        if (ProblemOfTiles(evaluator, gemm, mapping) is { } problem)
        {
            return problem;
        }

        var levels = evaluator.Design.Levels;
        for (var level = levels.Count - 1; level > 0; level--)
        {
            var (data, metadata) = evaluator.Need(gemm, mapping, level);
            if (data > levels[level].CapacityBytes || metadata > levels[level].MetadataCapacityBytes)
            {
                var name = level == levels.Count - 1 ? "the global buffer" : levels[level].Name;
                return Invariant(
                    $"its tiles need {data:0} bytes of data and {metadata:0} of metadata; {name} of {evaluator.Design} has {levels[level].CapacityBytes} and {levels[level].MetadataCapacityBytes}. Take smaller tiles, or leave the mapping to the mapper.");
            }
        }

        return null;
    }

    /// <summary>The same without the room that tiles take.</summary>
    public static string? ProblemOfTiles(Evaluator evaluator, in Gemm gemm, in Mapping mapping)
    {
        if (gemm.M < 1)
        {
            return "the GEMM is default(Gemm), which has no size. Write new Gemm(m, k, n), each 1 or more.";
        }

        if (!HasSizes(gemm, mapping))
        {
            return "its tiles must be 1 or more in M, K and N.";
        }

        if (ProblemOfNesting(evaluator, gemm, mapping) is { } problem)
        {
            return problem;
        }

        var (design, files) = (evaluator.Design, evaluator.Design.Accumulation);
        return mapping.SpillsZ || !evaluator.SpillsSums(gemm, mapping) ? null : Invariant(
            $"it cuts K, and partial sums leave the register files of {design}, which hold a tile of {files.TileM}×{files.TileN}, before they are done. Take tiles of at most M{files.TileM} and N{files.TileN} with K innermost, all of K, or allow it: '{mapping with { SpillsZ = true }}'.");
    }

    /// <summary>Whether the GEMM and all tiles have a size.</summary>
    public static bool HasSizes(in Gemm gemm, in Mapping mapping)
    {
        if (gemm.M < 1 || mapping is not { TileM: > 0, TileK: > 0, TileN: > 0 })
        {
            return false;
        }

        for (var i = 0; i < mapping.OuterCount; i++)
        {
            if (mapping.TileOf(i + 1) is not { M: > 0, K: > 0, N: > 0 })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One tile a level on chip, and whole inner tiles in each outer one.</summary>
    private static string? ProblemOfNesting(Evaluator evaluator, in Gemm gemm, in Mapping mapping)
    {
        var levels = evaluator.Design.Levels;
        if (mapping.OuterCount != levels.Count - 2)
        {
            return Invariant(
                $"it has tiles of {mapping.OuterCount + 1} levels, and {evaluator.Design} keeps tiles in {levels.Count - 1} ({string.Join(", ", levels.Skip(1))}). Write them from the outermost inwards: '{Example(gemm, mapping, levels.Count - 2)}'.");
        }

        for (var i = 0; i < mapping.OuterCount; i++)
        {
            var (outer, inner) = (mapping.TileOf(i + 1), mapping.TileOf(i + 2));
            if (!Nests(gemm.M, outer.M, inner.M) || !Nests(gemm.N, outer.N, inner.N) || !evaluator.NestsInK(gemm, outer.K, inner.K))
            {
                return Invariant(
                    $"the tile of {levels[i + 1].Name}, M{outer.M} K{outer.K} N{outer.N}, does not hold whole tiles of {levels[i + 2].Name}, M{inner.M} K{inner.K} N{inner.N}: take a multiple in each of M, K and N, or all of it.");
            }
        }

        return null;
    }

    /// <summary>Whether an outer tile is a whole number of inner ones, or all there is.</summary>
    public static bool Nests(int size, int outer, int inner) => outer >= size || (outer >= inner && outer % inner == 0);

    private static Mapping Example(in Gemm gemm, in Mapping mapping, int count)
    {
        Span<LevelTile> tiles = stackalloc LevelTile[Math.Clamp(count, 0, OuterTiles.MaxCount)];
        tiles.Fill(new LevelTile(gemm.M, gemm.K, gemm.N, mapping.Order));
        return mapping with { OuterTiles = new(tiles) };
    }
}
