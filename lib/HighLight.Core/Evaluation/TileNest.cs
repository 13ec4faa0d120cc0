using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// The loops of a mapping over the tiles of every level on chip, and what follows: how often each level is filled with all of an operand, and
/// how often a tile of Z is met.
/// </summary>
/// <remarks>
/// The nest is static, as a controller runs it: a tile is fetched in the innermost loop that goes over it and runs more than once, whether or
/// not a ragged edge lets it run once there. Outer tiles hold whole inner ones, so the tiles of a level are the same whatever lies outside.
/// With <c>o</c> a loop that does not go over the operand, all of it is fetched once for each tile that the innermost such <c>o</c> around
/// that fetching loop has.
/// </remarks>
internal readonly struct TileNest
{
    private readonly PerLevel<double> _readsOfA;
    private readonly PerLevel<double> _readsOfB;
    private readonly PerLevel<double> _visitsOfZ;

    /// <param name="evaluator">Design and operands.</param>
    /// <param name="gemm">The GEMM.</param>
    /// <param name="mapping">A tile for each level on chip.</param>
    public TileNest(Evaluator evaluator, in Gemm gemm, in Mapping mapping)
    {
        double m = 1, k = 1, n = 1, a = 1, b = 1, z = 1;
        var outerLevels = mapping.OuterCount;
        for (var level = 1; level <= outerLevels + 1; level++)
        {
            var tile = mapping.TileOf(level);
            var (countM, countK, countN) = (
                Math.Ceiling((double)gemm.M / tile.M), evaluator.PartsOfK(gemm, tile.K), Math.Ceiling((double)gemm.N / tile.N));

            // More tiles than outside: this level's loop runs more than once.
            var (runsM, runsK, runsN) = (countM > m, countK > k, countN > n);
            var loops = new DramLoops(tile.Order, runsM ? 2 : 1, runsK ? 2 : 1, runsN ? 2 : 1);
            a = runsM || runsK ? loops.NEnclosesA ? countN : n : a;
            b = runsN || runsK ? loops.MEnclosesB ? countM : m : b;
            z = runsM || runsN ? loops.KEnclosesZ ? countK : k : z;
            (m, k, n) = (countM, countK, countN);
            _readsOfA[level] = a;
            _readsOfB[level] = b;
            _visitsOfZ[level] = z;
        }

        // A tile of Z that exceeds the register files is left in every part of K.
        var files = evaluator.Design.Accumulation;
        VisitsOfSums = Math.Min(gemm.M, mapping.TileM) > files.TileM || Math.Min(gemm.N, mapping.TileN) > files.TileN ? k : z;
        Tiles = (m, k, n);
    }

    /// <summary>How often the register files meet a tile of Z; above 1, its sums leave before they are done.</summary>
    public double VisitsOfSums { get; }

    /// <summary>Tiles of the global buffer in M, K and N.</summary>
    public (double M, double K, double N) Tiles { get; }

    /// <summary>How often a level is filled with all of A.</summary>
    public double ReadsOfA(int level) => _readsOfA[level];

    /// <summary>The same of B.</summary>
    public double ReadsOfB(int level) => _readsOfB[level];

    /// <summary>How often a level that keeps Z meets a tile of it.</summary>
    public double VisitsOfZ(int level) => _visitsOfZ[level];
}
