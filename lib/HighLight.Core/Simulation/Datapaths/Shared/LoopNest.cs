using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>The three loops over tiles that DRAM holds, outermost first, and the size of a tile in each dimension.</summary>
internal sealed record LoopNest
{
    private readonly GemmLoop[] _order;

    /// <param name="gemm">The product.</param>
    /// <param name="tileM">Rows of A in the buffer, 1 or more.</param>
    /// <param name="tileK">The part of the reduction in the buffer.</param>
    /// <param name="tileN">Columns of B in the buffer.</param>
    /// <param name="order">The loops, outermost first: each dimension once.</param>
    public LoopNest(Gemm gemm, int tileM, int tileK, int tileN, params ReadOnlySpan<GemmLoop> order)
    {
        Gemm = gemm;
        (TileM, TileK, TileN) = (Math.Min(tileM, gemm.M), Math.Min(tileK, gemm.K), Math.Min(tileN, gemm.N));
        _order = order.ToArray();
    }

    /// <summary>The product.</summary>
    public Gemm Gemm { get; }

    /// <summary>Rows of A in the buffer at most.</summary>
    public int TileM { get; }

    /// <summary>The longest part of the reduction in the buffer.</summary>
    public int TileK { get; }

    /// <summary>Columns of B in the buffer at most.</summary>
    public int TileN { get; }

    /// <summary>Whether the reduction is cut.</summary>
    public bool CutsK => TileK < Gemm.K;

    /// <summary>
    /// Whether the nest stores partial sums to DRAM: K is cut, and between two of its parts the array turns to other sums than the files
    /// hold. A nest does so everywhere or nowhere; its smaller last tiles follow the same loops.
    /// </summary>
    public bool SpillsSums(AccumulationBuffer files) => CutsK && (TurnsAway || TileM > files.TileM || TileN > files.TileN);

    /// <summary>Whether a loop over several tiles of Z runs inside the one over K.</summary>
    private bool TurnsAway => _order.SkipWhile(loop => loop != GemmLoop.K).Any(loop => loop != GemmLoop.K && Size(loop) > Tile(loop));

    /// <summary>What the buffer holds, visit after visit.</summary>
    public IEnumerable<TileBounds> Walk()
    {
        var from = new int[3];
        foreach (var outer in Starts(_order[0]))
        {
            from[(int)_order[0]] = outer;
            foreach (var middle in Starts(_order[1]))
            {
                from[(int)_order[1]] = middle;
                foreach (var inner in Starts(_order[2]))
                {
                    from[(int)_order[2]] = inner;
                    yield return new(
                        from[0], End(GemmLoop.M, from[0]), from[2], End(GemmLoop.N, from[2]), from[1], End(GemmLoop.K, from[1]));
                }
            }
        }
    }

    private IEnumerable<int> Starts(GemmLoop loop)
    {
        for (long start = 0; start < Size(loop); start += Tile(loop))
        {
            yield return (int)start;
        }
    }

    private int End(GemmLoop loop, int start) => (int)Math.Min(Size(loop), (long)start + Tile(loop));

    private int Size(GemmLoop loop) => loop switch { GemmLoop.M => Gemm.M, GemmLoop.K => Gemm.K, _ => Gemm.N };

    private int Tile(GemmLoop loop) => loop switch { GemmLoop.M => TileM, GemmLoop.K => TileK, _ => TileN };
}
