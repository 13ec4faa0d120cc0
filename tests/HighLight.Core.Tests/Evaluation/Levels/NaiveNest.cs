using HighLight.Hardware;
using HighLight.Workloads;

namespace HighLight.Evaluation.Levels;

/// <summary>
/// Walks the tiles of all levels in plain nested loops and counts what moves: a tile is fetched where the innermost loop over it that
/// nominally runs more than once begins an iteration.
/// </summary>
internal sealed class NaiveNest
{
    private const int M = 0;
    private const int K = 1;
    private const int N = 2;
    private static readonly int[] OverA = [M, K];
    private static readonly int[] OverB = [K, N];
    private static readonly int[] OverZ = [M, N];

    private readonly Accelerator _design;
    private readonly NaiveOperand _a;
    private readonly NaiveOperand _b;
    private readonly int[][] _sizes;
    private readonly int[][] _orders;
    private readonly HashSet<(int Level, char Operand)> _due = [];
    private readonly HashSet<(int Level, int M, int N)> _met = [];

    /// <param name="design">The design.</param>
    /// <param name="gemm">The product.</param>
    /// <param name="mapping">Its tiles, from the outermost level on chip to the innermost.</param>
    /// <param name="a">Operand A.</param>
    /// <param name="b">Operand B.</param>
    public NaiveNest(Accelerator design, Gemm gemm, Mapping mapping, NaiveOperand a, NaiveOperand b)
    {
        (_design, _a, _b) = (design, a, b);
        LevelTile[] tiles =
        [
            new(gemm.M, gemm.K, gemm.N, default),
            .. Enumerable.Range(0, mapping.OuterTiles.Count).Select(i => mapping.OuterTiles[i]),
            new(mapping.TileM, mapping.TileK, mapping.TileN, mapping.Order),
        ];
        _sizes = [.. tiles.Select(tile => new[] { Math.Min(tile.M, gemm.M), Math.Min(tile.K, gemm.K), Math.Min(tile.N, gemm.N) })];
        _orders = [.. tiles.Select(tile => Order(tile.Order))];
        Levels = [.. design.Levels.Select(_ => new NaiveLevel())];
        for (var level = 1; level < Levels.Length; level++)
        {
            _due.UnionWith([(level, 'A'), (level, 'B'), (level, 'Z')]);
        }

        _due.Add((Levels.Length, 'Z'));
        Walk(1, [0, 0, 0], _sizes[0]);
    }

    /// <summary>What each level moved.</summary>
    public NaiveLevel[] Levels { get; }

    /// <summary>Sums that came back to the register files.</summary>
    public double SumsOfFiles { get; private set; }

    private int Innermost => Levels.Length - 1;

    private void Walk(int level, int[] from, int[] to)
    {
        int first = _orders[level][0], second = _orders[level][1], third = _orders[level][2];
        var size = _sizes[level];
        var start = new int[3];
        for (start[first] = from[first]; start[first] < to[first]; start[first] += size[first])
        {
            Begins(level, first);
            for (start[second] = from[second]; start[second] < to[second]; start[second] += size[second])
            {
                Begins(level, second);
                for (start[third] = from[third]; start[third] < to[third]; start[third] += size[third])
                {
                    Begins(level, third);
                    int[] tileFrom = [.. start], tileTo = [.. start.Select((at, d) => Math.Min(to[d], at + size[d]))];
                    Fetch(level, tileFrom, tileTo);
                    if (level < Innermost)
                    {
                        Walk(level + 1, tileFrom, tileTo);
                    }
                    else
                    {
                        Compute(tileFrom, tileTo);
                    }
                }
            }
        }
    }

    /// <summary>A loop begins an iteration: what it is the fetching loop of is due.</summary>
    private void Begins(int level, int dimension)
    {
        for (var of = level; of <= Levels.Length; of++)
        {
            foreach (var (operand, over) in new[] { ('A', OverA), ('B', OverB), ('Z', OverZ) })
            {
                if (FetchingLoop(Math.Min(of, Innermost), over) == (level, dimension))
                {
                    _due.Add((of, operand));
                }
            }
        }
    }

    /// <summary>The innermost loop over an operand, at a level or outside, that nominally runs more than once.</summary>
    private (int Level, int Dimension)? FetchingLoop(int level, int[] over)
    {
        for (; level > 0; level--)
        {
            foreach (var dimension in _orders[level].Reverse())
            {
                if (over.Contains(dimension) && _sizes[level - 1][dimension] > _sizes[level][dimension])
                {
                    return (level, dimension);
                }
            }
        }

        return null;
    }

    private void Fetch(int level, int[] from, int[] to)
    {
        if (_due.Remove((level, 'A')) && _design.Levels[level].Holds(KeptOperands.A))
        {
            var groups = (to[M] - from[M]) * Groups(_a, from[K], to[K]);
            (Levels[level].FilledA, Levels[level].FilledBits) = (
                Levels[level].FilledA + (groups * _a.Words), Levels[level].FilledBits + (groups * _a.Bits));
            Serve(KeptOperands.A, level, groups);
        }

        if (_due.Remove((level, 'B')) && _design.Levels[level].Holds(KeptOperands.B))
        {
            var groups = (to[N] - from[N]) * Groups(_b, from[K], to[K]);
            (Levels[level].FilledB, Levels[level].FilledBits) = (
                Levels[level].FilledB + (groups * _b.Words), Levels[level].FilledBits + (groups * _b.Bits));
            Serve(KeptOperands.B, level, groups);
        }

        if (_due.Remove((level, 'Z')) && _design.Levels[level].Holds(KeptOperands.Z) && !_met.Add((level, from[M], from[N])))
        {
            MoveSums(level, (to[M] - from[M]) * (to[N] - from[N]));
        }
    }

    /// <summary>Sums go between a level, or the files inside all, and the next one out that keeps Z, there and back again.</summary>
    private void MoveSums(int level, double sums)
    {
        if (level < Levels.Length)
        {
            Levels[level].Sums += sums;
        }

        var outer = level - 1;
        while (!_design.Levels[outer].Holds(KeptOperands.Z))
        {
            outer--;
        }

        Levels[outer].Sums += sums;
    }

    private void Serve(KeptOperands operand, int level, double groups)
    {
        do
        {
            level--;
        }
        while (!_design.Levels[level].Holds(operand));

        var serves = Levels[level];
        serves.ReadA += operand == KeptOperands.A ? groups * _a.Words : 0;
        serves.ReadB += operand == KeptOperands.B ? groups * _b.Words : 0;
        serves.ReadBits += groups * (operand == KeptOperands.A ? _a.Bits : _b.Bits);
    }

    /// <summary>The array takes a tile: A once for each run of columns, B for each of rows; the files turn to its sums.</summary>
    private void Compute(int[] from, int[] to)
    {
        for (var n = from[N]; n < to[N]; n += _design.ReuseOfA)
        {
            Serve(KeptOperands.A, Levels.Length, (to[M] - from[M]) * Groups(_a, from[K], to[K]));
        }

        for (var m = from[M]; m < to[M]; m += _design.ReuseOfB)
        {
            Serve(KeptOperands.B, Levels.Length, (to[N] - from[N]) * Groups(_b, from[K], to[K]));
        }

        var exceeds = _sizes[Innermost][M] > _design.Accumulation.TileM || _sizes[Innermost][N] > _design.Accumulation.TileN;
        if ((_due.Remove((Levels.Length, 'Z')) || exceeds) && !_met.Add((Levels.Length, from[M], from[N])))
        {
            var sums = (to[M] - from[M]) * (to[N] - from[N]);
            SumsOfFiles += sums;
            MoveSums(Levels.Length, sums);
        }
    }

    /// <summary>Groups of a part of K, which lies in parts of the innermost level.</summary>
    private int Groups(NaiveOperand operand, int from, int to)
    {
        var groups = 0;
        for (; from < to; from += _sizes[Innermost][K])
        {
            groups += operand.Groups(Math.Min(to - from, _sizes[Innermost][K]));
        }

        return groups;
    }

    private static int[] Order(DramLoopOrder order) => order switch
    {
        DramLoopOrder.MOuter => [M, N, K],
        DramLoopOrder.NOuter => [N, M, K],
        DramLoopOrder.MOuterNInner => [M, K, N],
        DramLoopOrder.NOuterMInner => [N, K, M],
        DramLoopOrder.KOuterNInner => [K, M, N],
        _ => [K, N, M],
    };
}
