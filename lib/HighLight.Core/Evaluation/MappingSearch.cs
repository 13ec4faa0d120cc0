using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>
/// One search of the mapper. Every order of the loops has one operand whose tile is best as small as the register files allow, and one whose
/// tile is best as large as fits; the search takes eighths of a register tile for the one, and for the other what is as large as fits and what is
/// as even as can be, with whole register tiles and without.
/// </summary>
/// <remarks>
/// Derived from <see cref="DramLoops"/>. With all of K in the buffer, or K innermost, the operand outside is read once and the other one once
/// for each tile of it. With K between the two loops the same holds, and sums are spilled once for each further part of K, so that tiles of the
/// outer loop are traded for parts of K. With K outermost both operands are read once if one of them is whole. Other tiles gain little: the tests
/// hold the search to 1 % of a finer space. What cannot beat the best so far, by the traffic that its loops alone cost, is not evaluated. Where
/// the constraints name an order, every mapping takes that one.
/// </remarks>
internal ref struct MappingSearch
{
    private const int Eighths = 8;

    /// <summary>Numbers of tiles are tried one by one up to here, then each an eighth larger than the one before.</summary>
    private const int DenseCounts = 8;

    private const int MostRounds = 4;

    private readonly Evaluator _evaluator;
    private readonly Gemm _gemm;
    private readonly Objective _objective;
    private readonly MappingConstraints _constraints;
    private readonly EvaluationResult _ideal;
    private readonly int _mostM;
    private readonly int _mostN;
    private readonly int _unitM;
    private readonly int _unitN;
    private EvaluationResult _best;
    private double _bestCost = double.PositiveInfinity;

    public MappingSearch(Evaluator evaluator, in Gemm gemm, Objective objective, MappingConstraints constraints)
    {
        _evaluator = evaluator;
        _gemm = gemm;
        _objective = objective;
        _constraints = constraints;
        (_mostM, _mostN) = (Math.Min(gemm.M, constraints.MaxTileM), Math.Min(gemm.N, constraints.MaxTileN));
        (_unitM, _unitN) = (evaluator.Design.Accumulation.TileM, evaluator.Design.Accumulation.TileN);

        // Everything in one tile, whether it fits or not: no mapping costs less.
        _ideal = evaluator.Evaluate(gemm, new Mapping(gemm.M, gemm.K, gemm.N, DramLoopOrder.MOuter));
    }

    /// <summary>Searches.</summary>
    /// <returns>Whether there is a mapping at all.</returns>
    public bool Run(out EvaluationResult best)
    {
        for (var eighths = Eighths; eighths > 0; eighths--)
        {
            WholeReduction(Part(_unitM, eighths, _mostM), Part(_unitN, eighths, _mostN));
        }

        WholeReduction(_mostM, _mostN);
        for (var units = 2; units <= Eighths && (units - 1 < Count(_mostM, _unitM) || units - 1 < Count(_mostN, _unitN)); units++)
        {
            WholeReduction(Part(_unitM, units * Eighths, _mostM), Part(_unitN, units * Eighths, _mostN));
        }

        if (!_constraints.WholeK)
        {
            TryCut(_mostM, _mostN, DramLoopOrder.MOuter);
            TryCut(Part(_unitM, Eighths, _mostM), Part(_unitN, Eighths, _mostN), DramLoopOrder.MOuter);
            SpilledSums();
        }

        Polish();
        best = _best;
        return _bestCost < double.PositiveInfinity;
    }

    /// <summary>All of K in the buffer: beside a small tile of one operand, the largest of the other.</summary>
    private void WholeReduction(int smallM, int smallN)
    {
        if (_constraints.MaxTileK < _gemm.K)
        {
            return;
        }

        var fitsN = _evaluator.LargestBeside(smallM, _gemm.K, _mostN, isM: false);
        if (fitsN > 0)
        {
            TryWhole(smallM, fitsN);
            TryWhole(smallM, Even(_gemm.N, Count(_gemm.N, fitsN)));
            TryWhole(smallM, Whole(fitsN, _unitN));
            TryWhole(smallM, Whole(fitsN, _evaluator.Design.Array.SpatialN));
            TryWhole(smallM, Aligned(_gemm.N, Count(_gemm.N, Whole(fitsN, _unitN)), _unitN));
        }

        var fitsM = _evaluator.LargestBeside(smallN, _gemm.K, _mostM, isM: true);
        if (fitsM > 0)
        {
            TryWhole(fitsM, smallN);
            TryWhole(Even(_gemm.M, Count(_gemm.M, fitsM)), smallN);
            TryWhole(Whole(fitsM, _unitM), smallN);
            TryWhole(Whole(fitsM, _evaluator.Design.Array.SpatialM), smallN);
            TryWhole(Aligned(_gemm.M, Count(_gemm.M, Whole(fitsM, _unitM)), _unitM), smallN);
        }
    }

    private void TryWhole(int tileM, int tileN)
    {
        var mapping = new Mapping(tileM, _gemm.K, tileN, DramLoopOrder.MOuter);
        Try(mapping);
        Try(mapping with { Order = DramLoopOrder.NOuter });
    }

    /// <summary>
    /// K in parts whose sums are spilled: every number of parts with every number of tiles of the operand outside, and of the other operand the
    /// largest tile that fits.
    /// </summary>
    private void SpilledSums()
    {
        var step = _evaluator.ReductionPerStep;
        for (var parts = 2; _constraints.AllowsSpill && parts > 0; parts = NextCount(_gemm.K, parts))
        {
            var tileK = Math.Min(Aligned(_gemm.K, parts, step), _constraints.MaxTileK);
            var once = new Mapping(_mostM, tileK, 1, DramLoopOrder.KOuterMInner);
            if (!Pays(once))
            {
                return;
            }

            TryBeside(once, isM: true);
            TryBeside(new Mapping(1, tileK, _mostN, DramLoopOrder.KOuterNInner), isM: false);
            for (var tiles = Count(_gemm.M, _mostM); tiles > 0; tiles = NextCount(_gemm.M, tiles))
            {
                var mapping = new Mapping(Math.Min(_mostM, Even(_gemm.M, tiles)), tileK, 1, DramLoopOrder.MOuterNInner);
                if (!Pays(mapping))
                {
                    break;
                }

                TryBeside(mapping, isM: true);
                TryBeside(mapping with { TileM = Math.Min(_mostM, Aligned(_gemm.M, tiles, _unitM)) }, isM: true);
            }

            for (var tiles = Count(_gemm.N, _mostN); tiles > 0; tiles = NextCount(_gemm.N, tiles))
            {
                var mapping = new Mapping(1, tileK, Math.Min(_mostN, Even(_gemm.N, tiles)), DramLoopOrder.NOuterMInner);
                if (!Pays(mapping))
                {
                    break;
                }

                TryBeside(mapping, isM: false);
                TryBeside(mapping with { TileN = Math.Min(_mostN, Aligned(_gemm.N, tiles, _unitN)) }, isM: false);
            }
        }
    }

    /// <summary>
    /// Tries, beside one tile of a mapping (that of M, or of N), the largest of the other, the smallest of as many, and whole register tiles or
    /// columns of the array.
    /// </summary>
    private void TryBeside(in Mapping mapping, bool isM)
    {
        var (tile, size, most, unit) = isM ? (mapping.TileM, _gemm.N, _mostN, _unitN) : (mapping.TileN, _gemm.M, _mostM, _unitM);
        var fits = _evaluator.LargestBeside(tile, mapping.TileK, most, isM: !isM);
        if (fits > 0)
        {
            Try(With(mapping, fits, isM));
            Try(With(mapping, Even(size, Count(size, fits)), isM));
            Try(With(mapping, Whole(fits, unit), isM));
            Try(With(mapping, Whole(fits, isM ? _evaluator.Design.Array.SpatialN : _evaluator.Design.Array.SpatialM), isM));
        }
    }

    /// <summary>Whether the traffic that the loops of a mapping cost alone leaves a chance.</summary>
    private readonly bool Pays(in Mapping mapping) => _evaluator.CostBound(_ideal, mapping, _objective) < _bestCost;

    private void TryCut(int tileM, int tileN, DramLoopOrder order)
    {
        // The most of K that could fit if nothing were padded: where even that is too dear, no part is looked for.
        var most = (int)Math.Min(Math.Min(_gemm.K, _constraints.MaxTileK), _evaluator.MostOfK(tileM, tileN));
        var mapping = new Mapping(tileM, Math.Max(1, most), tileN, _constraints.Order ?? order);
        if (Pays(mapping) && LongestPart(tileM, tileN, Math.Max(1, most)) is > 0 and var tileK)
        {
            Try(mapping with { TileK = tileK });
        }
    }

    /// <summary>From the best so far: one or two tiles more or fewer of one operand, and of the other what fits beside them.</summary>
    private void Polish()
    {
        for (var (round, before) = (0, double.PositiveInfinity); round < MostRounds && _bestCost < before; round++)
        {
            before = _bestCost;
            var mapping = _best.Mapping;
            for (var more = -2; more <= 2; more++)
            {
                Beside(_gemm.M, Count(_gemm.M, mapping.TileM) + more, _mostM, _unitM, _evaluator.Design.Array.SpatialM, mapping, isM: true);
                Beside(_gemm.N, Count(_gemm.N, mapping.TileN) + more, _mostN, _unitN, _evaluator.Design.Array.SpatialN, mapping, isM: false);
            }
        }
    }

    /// <summary>Even tiles of one operand, of whole register tiles and of whole columns of the array too.</summary>
    private void Beside(int size, int tiles, int most, int unit, int granule, in Mapping mapping, bool isM)
    {
        if (tiles < 1)
        {
            return;
        }

        var (even, aligned, coarse) = (Even(size, tiles), Aligned(size, tiles, granule), Aligned(size, tiles, unit));
        Beside(Math.Min(most, even), mapping, isM);
        if (aligned != even)
        {
            Beside(Math.Min(most, aligned), mapping, isM);
        }

        if (coarse != aligned && coarse != even)
        {
            Beside(Math.Min(most, coarse), mapping, isM);
        }
    }

    /// <summary>A tile of one operand, and tiles of the other near that of <paramref name="mapping"/>.</summary>
    private void Beside(int tile, in Mapping mapping, bool isM)
    {
        var (size, most, other) = isM ? (_gemm.N, _mostN, mapping.TileN) : (_gemm.M, _mostM, mapping.TileM);
        var granule = isM ? _evaluator.Design.Array.SpatialN : _evaluator.Design.Array.SpatialM;
        DramLoopOrder? cut = mapping.TileK < _gemm.K ? mapping.Order : null;
        var fits = _evaluator.LargestBeside(tile, mapping.TileK, most, isM: !isM);
        if (fits > 0)
        {
            TryPair(tile, fits, cut, isM);
            TryPair(tile, Even(size, Count(size, fits)), cut, isM);
            TryPair(tile, Whole(fits, granule), cut, isM);
        }

        if (cut is not null)
        {
            var step = Math.Max(1, other / Eighths);
            TryPair(tile, other, cut, isM);
            TryPair(tile, Math.Min(most, other + step), cut, isM);
            TryPair(tile, Math.Max(1, other - step), cut, isM);
        }
    }

    private void TryPair(int tile, int beside, DramLoopOrder? cut, bool isM)
    {
        var (tileM, tileN) = isM ? (tile, beside) : (beside, tile);
        if (tileM < 1 || tileN < 1)
        {
            return;
        }

        if (cut is { } order)
        {
            TryCut(tileM, tileN, order);
        }
        else
        {
            TryWhole(tileM, tileN);
        }
    }

    /// <summary>
    /// The fewest parts of K that fit, as even as whole steps of the array allow, so that only the last one leaves lanes idle; single columns
    /// where not even one step fits. 0 where nothing does.
    /// </summary>
    private readonly int LongestPart(int tileM, int tileN, int most)
    {
        var evaluator = _evaluator;
        var step = Math.Min(evaluator.ReductionPerStep, _gemm.K);
        var unit = Fits(step) ? step : Fits(1) ? 1 : 0;
        if (unit == 0)
        {
            return 0;
        }

        // The most that could fit, down to what does: padding of groups alone stands between them.
        var units = ((_gemm.K - 1) / unit) + 1;
        var fits = Math.Max(1, (int)Math.Min(units, ((long)most + unit - 1) / unit));
        while (fits > 1 && !Fits((int)Math.Min(_gemm.K, (long)fits * unit)))
        {
            fits--;
        }

        var parts = ((units - 1) / fits) + 1;
        return (int)Math.Min(_gemm.K, ((((long)units - 1) / parts) + 1) * unit);

        bool Fits(int tileK) => tileK <= most && evaluator.Fits(new Mapping(tileM, tileK, tileN, default));
    }

    private void Try(Mapping mapping)
    {
        mapping = mapping with { Order = _constraints.Order ?? mapping.Order };
        if (mapping.TileM < 1 || mapping.TileN < 1 || !Pays(mapping))
        {
            return;
        }

        var spills = _evaluator.SpillsSums(_gemm, mapping);
        if (!_constraints.Allow(_gemm, mapping, spills) || !_evaluator.Fits(mapping))
        {
            return;
        }

        var result = _evaluator.Evaluate(_gemm, mapping with { SpillsZ = spills });
        var cost = Mapper.Cost(result, _objective);
        if (cost < _bestCost)
        {
            _best = result;
            _bestCost = cost;
        }
    }

    private static Mapping With(in Mapping mapping, int beside, bool isM) => isM ? mapping with { TileN = beside } : mapping with { TileM = beside };

    private static int Part(int unit, int eighths, int most) => Math.Min(most, Math.Max(1, (int)((long)unit * eighths / Eighths)));

    private static int Count(int size, int tile) => tile < 1 ? size : ((size - 1) / tile) + 1;

    private static int Even(int size, int tiles) => ((size - 1) / tiles) + 1;

    private static int Whole(int tile, int unit) => tile / unit * unit;

    /// <summary>The tile of whole units for a number of tiles.</summary>
    private static int Aligned(int size, int tiles, int unit)
    {
        var units = ((size - 1) / unit) + 1;
        return (int)Math.Min(size, ((((long)units - 1) / tiles) + 1) * unit);
    }

    private static int NextCount(int size, int tiles)
    {
        var next = tiles < DenseCounts ? tiles + 1 : tiles + (tiles / DenseCounts);
        return tiles >= size || next < tiles ? 0 : Math.Min(size, next);
    }
}
