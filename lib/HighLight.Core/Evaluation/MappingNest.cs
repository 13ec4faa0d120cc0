using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// The loop nest of a mapping, in lines: loops over DRAM tiles, what they leave in the buffer, what the array does in space.
/// </summary>
internal static class MappingNest
{
    /// <summary>The lines, outermost loop first, each loop one step further in.</summary>
    public static IEnumerable<string> Lines(Evaluator evaluator, EvaluationResult result)
    {
        var (gemm, mapping) = (result.Gemm, result.Mapping);
        var loops = evaluator.Loops(gemm, mapping);
        var indent = "";
        foreach (var dimension in loops.Dimensions)
        {
            yield return indent + Loop(dimension, gemm, mapping, loops);
            indent += "  ";
        }

        var (tileM, tileK, tileN) = Tiles(gemm, mapping);
        yield return Invariant($"{indent}A {tileM}×{tileK} {Stays(loops.ReadsOfA, "N")}");
        yield return Invariant($"{indent}B {tileK}×{tileN} {Stays(loops.ReadsOfB, "M")}");
        yield return indent + Sums(evaluator, gemm, mapping, loops);
        yield return indent + InSpace(evaluator);
    }

    private static string Loop(char dimension, in Gemm gemm, in Mapping mapping, in DramLoops loops)
    {
        var (tileM, tileK, tileN) = Tiles(gemm, mapping);
        var (size, tile, count, what) = dimension switch
        {
            'M' => (gemm.M, tileM, loops.M, "tile"),
            'N' => (gemm.N, tileN, loops.N, "tile"),
            _ => (gemm.K, tileK, loops.K, "part"),
        };
        return count == 1
            ? Invariant($"for {dimension}, once: all {size} in the buffer")
            : Invariant($"for {dimension} in {count:0} {what}s of {tile}");
    }

    private static (int M, int K, int N) Tiles(in Gemm gemm, in Mapping mapping) =>
        (Math.Min(gemm.M, mapping.TileM), Math.Min(gemm.K, mapping.TileK), Math.Min(gemm.N, mapping.TileN));

    private static string Stays(double reads, string dimension) => reads == 1
        ? "in the buffer, from DRAM once"
        : Invariant($"in the buffer, from DRAM {reads:0} times: once for each tile of {dimension}");

    private static string Sums(Evaluator evaluator, in Gemm gemm, in Mapping mapping, in DramLoops loops)
    {
        if (evaluator.SpillsSums(gemm, mapping))
        {
            return Invariant($"sums spilled to DRAM in {evaluator.Design.SpilledSumBits} bits: ")
                + "written after each part of K but the last, read before each but the first";
        }

        var files = evaluator.Design.Accumulation;
        return loops.K > 1
            ? Invariant($"sums stay in the register files of {files.TileM}×{files.TileN} over all {loops.K:0} parts of K")
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
