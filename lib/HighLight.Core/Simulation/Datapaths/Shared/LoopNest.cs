using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>
/// The loops over the tiles of all levels on chip, outermost first: three for each level, numbered from 0. What a controller does is set by
/// their nominal trip counts, so that ragged edges run the same program.
/// </summary>
internal sealed class LoopNest
{
    /// <summary>Loops of a level.</summary>
    public const int Dimensions = 3;

    private readonly GemmLoop[] _loops;
    private readonly int[] _sizes;

    /// <param name="gemm">The product.</param>
    /// <param name="levels">The levels on chip, the innermost last.</param>
    public LoopNest(Gemm gemm, params ReadOnlySpan<LevelLoops> levels)
    {
        Gemm = gemm;
        Levels = levels.Length;
        _loops = new GemmLoop[levels.Length * Dimensions];
        _sizes = new int[(levels.Length + 1) * Dimensions];
        (_sizes[(int)GemmLoop.M], _sizes[(int)GemmLoop.K], _sizes[(int)GemmLoop.N]) = (gemm.M, gemm.K, gemm.N);
        for (var level = 1; level <= levels.Length; level++)
        {
            var loops = levels[level - 1];
            loops.Order.CopyTo(_loops.AsSpan((level - 1) * Dimensions));
            var sizes = _sizes.AsSpan(level * Dimensions, Dimensions);
            sizes[(int)GemmLoop.M] = Math.Min(loops.TileM, gemm.M);
            sizes[(int)GemmLoop.K] = Math.Min(loops.TileK, gemm.K);
            sizes[(int)GemmLoop.N] = Math.Min(loops.TileN, gemm.N);
        }

        LoopOfSums = FetchLoop(Levels, GemmLoop.K);
    }

    /// <summary>The product.</summary>
    public Gemm Gemm { get; }

    /// <summary>Levels on chip; as an index the innermost, where 0 is the whole product.</summary>
    public int Levels { get; }

    /// <summary>All loops.</summary>
    public int Loops => _loops.Length;

    /// <summary>Rows of A in the innermost level at most.</summary>
    public int TileM => Size(Levels, GemmLoop.M);

    /// <summary>The longest part of the reduction there.</summary>
    public int TileK => Size(Levels, GemmLoop.K);

    /// <summary>Columns of B there at most.</summary>
    public int TileN => Size(Levels, GemmLoop.N);

    /// <summary>Whether the reduction is cut.</summary>
    public bool CutsK => TileK < Gemm.K;

    /// <summary>The loop at whose iterations the register files turn to another tile of Z, where they hold an innermost one.</summary>
    public int LoopOfSums { get; }

    /// <summary>The dimension of a loop.</summary>
    public GemmLoop this[int loop] => _loops[loop];

    /// <summary>The size of a level's tile in one dimension, the largest one.</summary>
    public int Size(int level, GemmLoop loop) => _sizes[(level * Dimensions) + (int)loop];

    /// <summary>
    /// The loop that fetches a level's tile of an operand: at that level or outside, the innermost that goes over the operand and runs more
    /// than once. −1 where none does: the tile is fetched once.
    /// </summary>
    /// <param name="level">1 or more.</param>
    /// <param name="beside">The dimension that the operand does not have.</param>
    public int FetchLoop(int level, GemmLoop beside)
    {
        var loop = (level * Dimensions) - 1;
        while (loop >= 0 && (_loops[loop] == beside || !Runs(loop)))
        {
            loop--;
        }

        return loop;
    }

    /// <summary>Whether register files hold the sums of an innermost tile together.</summary>
    public bool FitsFiles(AccumulationBuffer files) => TileM <= files.TileM && TileN <= files.TileN;

    /// <summary>
    /// Whether partial sums leave the register files: K is cut, and between two of its parts the array turns to other sums than the files
    /// hold. A nest spills everywhere or nowhere.
    /// </summary>
    public bool SpillsSums(AccumulationBuffer files) => CutsK && (TurnsAway || !FitsFiles(files));

    /// <summary>A walk from the first tile on.</summary>
    public NestWalk Walk() => new(this);

    /// <summary>The first level whose tile does not hold whole tiles of the next one inside; null where all do.</summary>
    public int? Broken()
    {
        for (var level = 1; level < Levels; level++)
        {
            foreach (var loop in Enum.GetValues<GemmLoop>())
            {
                if (Size(level, loop) < Size(0, loop) && Size(level, loop) % Size(level + 1, loop) != 0)
                {
                    return level;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a loop over several tiles of Z runs inside one over several parts of K.</summary>
    private bool TurnsAway
    {
        get
        {
            var loop = 0;
            while (loop < LoopOfSums && !(_loops[loop] == GemmLoop.K && Runs(loop)))
            {
                loop++;
            }

            return loop < LoopOfSums;
        }
    }

    private bool Runs(int loop)
    {
        var level = (loop / Dimensions) + 1;
        return Size(level - 1, _loops[loop]) > Size(level, _loops[loop]);
    }
}
