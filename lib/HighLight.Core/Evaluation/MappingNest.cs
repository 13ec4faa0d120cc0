using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// The loop nest of a mapping, in lines: for each level on chip the loops over its tiles and what they leave there, then what the array does
/// in space.
/// </summary>
internal static class MappingNest
{
    /// <summary>The lines, outermost loop first, each loop one step further in.</summary>
    public static IEnumerable<string> Lines(Evaluator evaluator, EvaluationResult result)
    {
        var (gemm, mapping, levels) = (result.Gemm, result.Mapping, evaluator.Design.Levels);
        var nest = new TileNest(evaluator, gemm, mapping);
        var outer = new LevelTile(gemm.M, gemm.K, gemm.N, default);
        var indent = "";
        for (var level = 1; level < levels.Count; level++)
        {
            var tile = Clipped(gemm, mapping.TileOf(level));
            var place = level == levels.Count - 1 ? "the buffer" : levels[level].Name;
            // Parts of a convolution's K are parts of its channels.
            var parts = level == 1 ? evaluator.PartsOfK(gemm, tile.K) : TileSizes.Count(outer.K, tile.K);
            foreach (var dimension in new DramLoops(tile.Order, 1, 1, 1).Dimensions)
            {
                yield return indent + Loop(dimension, outer, tile, parts, place);
                indent += "  ";
            }

            foreach (var line in Kept(levels, level, tile, nest, place))
            {
                yield return indent + line;
            }

            outer = tile;
        }

        yield return indent + Sums(evaluator, nest);
        yield return indent + InSpace(evaluator);
    }

    private static string Loop(char dimension, in LevelTile outer, in LevelTile inner, double parts, string place)
    {
        var (size, tile, count, what) = dimension switch
        {
            'M' => (outer.M, inner.M, TileSizes.Count(outer.M, inner.M), "tile"),
            'N' => (outer.N, inner.N, TileSizes.Count(outer.N, inner.N), "tile"),
            _ => (outer.K, inner.K, parts, "part"),
        };
        return count == 1
            ? Invariant($"for {dimension}, once: all {size} in {place}")
            : Invariant($"for {dimension} in {count:0} {what}s of {tile}");
    }

    /// <summary>What a level keeps: where it comes from and how often.</summary>
    private static IEnumerable<string> Kept(StorageLevels levels, int level, LevelTile tile, TileNest nest, string place)
    {
        if (levels[level].Holds(KeptOperands.A))
        {
            yield return Invariant($"A {tile.M}×{tile.K} in {place}, {Comes(levels, level, KeptOperands.A, nest.ReadsOfA(level), "N")}");
        }

        if (levels[level].Holds(KeptOperands.B))
        {
            yield return Invariant($"B {tile.K}×{tile.N} in {place}, {Comes(levels, level, KeptOperands.B, nest.ReadsOfB(level), "M")}");
        }

        if (levels[level].Holds(KeptOperands.Z))
        {
            var visits = nest.VisitsOfZ(level);
            yield return Invariant($"Z {tile.M}×{tile.N} in {place}, ") + (visits == 1
                ? "until it is done"
                : Invariant($"met {visits:0} times: its sums go to {Source(levels, level, KeptOperands.Z)} and come back between"));
        }
    }

    private static string Comes(StorageLevels levels, int level, KeptOperands operand, double reads, string dimension) => reads == 1
        ? $"from {Source(levels, level, operand)} once"
        : Invariant($"from {Source(levels, level, operand)} {reads:0} times: once for each tile of {dimension}");

    private static LevelTile Clipped(in Gemm gemm, in LevelTile tile) =>
        new(Math.Min(gemm.M, tile.M), Math.Min(gemm.K, tile.K), Math.Min(gemm.N, tile.N), tile.Order);

    /// <summary>The next level out that keeps an operand.</summary>
    private static StorageLevel Source(StorageLevels levels, int level, KeptOperands operand)
    {
        do
        {
            level--;
        }
        while (level > 0 && !levels[level].Holds(operand));

        return levels[level];
    }

    private static string Sums(Evaluator evaluator, in TileNest nest)
    {
        if (nest.VisitsOfSums > 1)
        {
            var levels = evaluator.Design.Levels;
            return Invariant($"sums spilled to {Source(levels, levels.Count, KeptOperands.Z)} in {evaluator.Design.SpilledSumBits} bits: ")
                + "written after each part of K but the last, read before each but the first";
        }

        var files = evaluator.Design.Accumulation;
        return nest.Tiles.K > 1
            ? Invariant($"sums stay in the register files of {files.TileM}×{files.TileN} over all {nest.Tiles.K:0} parts of K")
            : Invariant($"sums stay in the register files, {files.TileM}×{files.TileN} at a time, over all of K");
    }

    private static string InSpace(Evaluator evaluator)
    {
        var array = evaluator.Design.Array;
        var step = evaluator.CyclesPerStep == 1 ? "a cycle" : Invariant($"in {evaluator.CyclesPerStep} cycles");
        var values = evaluator.ReductionPerStep == array.SpatialK ? "" : Invariant($" for {evaluator.ReductionPerStep} columns of K");
        return Invariant($"in space: {array.SpatialM} of M, {array.SpatialK} of K{values}, {array.SpatialN} of N {step}");
    }
}
