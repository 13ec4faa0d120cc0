using HighLight.Evaluation;
using HighLight.Hardware;
using HighLight.Simulation.Datapaths.Shared;
using HighLight.Sparsity;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation;

/// <summary>Makes a job of a request: what the datapaths take, in their own words.</summary>
internal static class SimulationJob
{
    /// <exception cref="UnsupportedOperandException">The design refuses an operand.</exception>
    /// <exception cref="MappingException">The mapping is not possible.</exception>
    public static DatapathJob Of(SimulationRequest request, in Mapping mapping)
    {
        var (design, gemm) = (request.Design, request.Gemm);
        var nest = NestOf(design, gemm, mapping);
        var clock = new ArrayClock(design.Array.Multipliers, request.UtilisationBuckets);
        var job = new DatapathJob(
            design,
            request.A,
            request.B,
            RunOf("A", request.A, request.PatternOfA, design.A, design.WordBits),
            RunOf("B", request.B, request.PatternOfB, design.B, design.WordBits),
            nest,
            clock)
        {
            FetchBufferWords = request.Parameters.FetchBufferWords,
            Probe = request.Trace is { } observer ? new ObserverProbe(observer, clock) : null,
        };
        return ProblemOf(job, mapping) is { } problem ? throw new MappingException(gemm, mapping, problem) : job;
    }

    /// <summary>The loops of all levels on chip.</summary>
    private static LoopNest NestOf(Accelerator design, in Gemm gemm, in Mapping mapping)
    {
        var levels = design.Levels;
        if (mapping.OuterTiles.Count != levels.Count - 2)
        {
            throw new MappingException(
                gemm,
                mapping,
                Invariant($"it has tiles of {mapping.OuterTiles.Count + 1} levels, and {design} keeps tiles in {levels.Count - 1} ")
                + $"({string.Join(", ", levels.Skip(1))}): write one for each, from the outermost inwards, with a | between them.");
        }

        var loops = new LevelLoops[levels.Count - 1];
        for (var i = 0; i < loops.Length; i++)
        {
            var tile = i < mapping.OuterTiles.Count
                ? mapping.OuterTiles[i]
                : new(mapping.TileM, mapping.TileK, mapping.TileN, mapping.Order);
            loops[i] = tile is { M: > 0, K: > 0, N: > 0 } && OrderOf(tile.Order) is { } order
                ? new(tile.M, tile.K, tile.N, order)
                : throw new MappingException(
                    gemm, mapping, "its tiles must be 1 or more in M, K and N, and its order one of DramLoopOrder.");
        }

        var nest = new LoopNest(gemm, loops);
        return nest.Broken() is { } broken
            ? throw new MappingException(
                gemm,
                mapping,
                $"the tile of {levels[broken]} does not hold whole tiles of {levels[broken + 1]}: "
                + "take a multiple in each of M, K and N, or all of it.")
            : nest;
    }

    private static OperandRun RunOf(string name, Matrix<sbyte> operand, HssPattern? pattern, OperandSupport support, int wordBits) =>
        OperandRun.Of(operand, pattern, support, wordBits)
        ?? throw new UnsupportedOperandException(name, AnalyticalModel.DensityOf(operand, pattern, support), support);

    private static string? ProblemOf(DatapathJob job, in Mapping mapping)
    {
        if (!job.SpillsSums || mapping.SpillsZ)
        {
            return BufferSpace.Problem(job);
        }

        var files = job.Design.Accumulation;
        return $"it cuts K, and partial sums leave the register files of {job.Design} before they are done. "
            + Invariant($"Take tiles of at most M{files.TileM} and N{files.TileN} with K innermost, all of K, ")
            + $"or allow it: '{mapping with { SpillsZ = true }}'.";
    }

    private static GemmLoop[]? OrderOf(DramLoopOrder order) => order switch
    {
        DramLoopOrder.MOuter => [GemmLoop.M, GemmLoop.N, GemmLoop.K],
        DramLoopOrder.NOuter => [GemmLoop.N, GemmLoop.M, GemmLoop.K],
        DramLoopOrder.MOuterNInner => [GemmLoop.M, GemmLoop.K, GemmLoop.N],
        DramLoopOrder.NOuterMInner => [GemmLoop.N, GemmLoop.K, GemmLoop.M],
        DramLoopOrder.KOuterNInner => [GemmLoop.K, GemmLoop.M, GemmLoop.N],
        DramLoopOrder.KOuterMInner => [GemmLoop.K, GemmLoop.N, GemmLoop.M],
        _ => null,
    };
}
