using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>The mappings that a search has tried: what bounds them, and the best so far.</summary>
internal ref struct MappingTrials
{
    private readonly Objective _objective;
    private readonly MappingConstraints _constraints;
    private readonly EvaluationResult _ideal;
    private EvaluationResult _best;
    private double _bestCost = double.PositiveInfinity;
    private OrderBests _ofOrders;
    private Recent _recent;

    public MappingTrials(Evaluator evaluator, in Gemm gemm, Objective objective, MappingConstraints constraints)
    {
        Evaluator = evaluator;
        Gemm = gemm;
        _objective = objective;
        _constraints = constraints;
        (MostM, MostN) = (Math.Min(gemm.M, constraints.MaxTileM), Math.Min(gemm.N, constraints.MaxTileN));
        (UnitM, UnitN) = (evaluator.Design.Accumulation.TileM, evaluator.Design.Accumulation.TileN);
        for (var order = 0; order < OrderBests.Count; order++)
        {
            _ofOrders[order].Cost = double.PositiveInfinity;
        }
        _ideal = evaluator.LeastCost(gemm);
    }

    public Evaluator Evaluator { get; }

    public Gemm Gemm { get; }

    /// <summary>The largest tile of M that is allowed.</summary>
    public int MostM { get; }

    /// <summary>The same of N.</summary>
    public int MostN { get; }

    /// <summary>Rows of Z in the register files.</summary>
    public int UnitM { get; }

    /// <summary>Columns of Z in them.</summary>
    public int UnitN { get; }

    /// <summary>Whether K may be cut.</summary>
    public readonly bool MayCutK => !_constraints.WholeK;

    /// <summary>Whether all of K may lie in the buffer.</summary>
    public readonly bool MayHoldK => _constraints.MaxTileK >= Gemm.K;

    /// <summary>Whether sums may be spilled.</summary>
    public readonly bool MaySpill => _constraints.AllowsSpill;

    /// <summary>The largest part of K that is allowed.</summary>
    public readonly int MostK => Math.Min(Gemm.K, _constraints.MaxTileK);

    /// <summary>The cost of the best so far; infinite before the first.</summary>
    public readonly double BestCost => _bestCost;

    /// <summary>The best so far.</summary>
    public readonly EvaluationResult Best => _best;

    /// <summary>The cost and the mapping of the best so far under one order of the loops.</summary>
    public readonly (double Cost, Mapping Mapping) BestOf(DramLoopOrder order) => _ofOrders[(int)order];

    /// <summary>Whether the traffic that the loops of a mapping cost alone leaves a chance.</summary>
    public readonly bool Pays(in Mapping mapping) => Evaluator.CostBound(_ideal, mapping, _objective) < _bestCost;

    /// <summary>All of K in the buffer, under both orders of the other loops.</summary>
    public void TryWhole(int tileM, int tileN)
    {
        var mapping = new Mapping(tileM, Gemm.K, tileN, DramLoopOrder.MOuter);
        Try(mapping);
        Try(mapping with { Order = DramLoopOrder.NOuter });
    }

    /// <summary>The longest part of K that fits beside two tiles.</summary>
    public void TryCut(int tileM, int tileN, DramLoopOrder order)
    {
        // The most of K that could fit if nothing were padded: where even that is too dear, no part is looked for.
        var most = (int)Math.Min(MostK, Evaluator.MostOfK(tileM, tileN));
        var mapping = new Mapping(tileM, Math.Max(1, most), tileN, _constraints.Order ?? order);
        if (Pays(mapping) && LongestPart(tileM, tileN, Math.Max(1, most)) is > 0 and var tileK)
        {
            Try(mapping with { TileK = tileK });
        }
    }

    /// <summary>Evaluates a mapping, in the order that is asked for, unless it is not allowed, cannot win, or does not fit.</summary>
    public void Try(Mapping mapping)
    {
        mapping = mapping with { Order = _constraints.Order ?? mapping.Order };
        if (mapping.TileM < 1 || mapping.TileN < 1 || WasTried(mapping) || !Pays(mapping))
        {
            return;
        }

        var spills = Evaluator.SpillsSums(Gemm, mapping);
        if (!_constraints.Allow(Gemm, mapping, spills) || !Evaluator.Fits(mapping))
        {
            return;
        }

        var result = Evaluator.Evaluate(Gemm, mapping with { SpillsZ = spills });
        var cost = Mapper.Cost(result, _objective);
        if (cost < _ofOrders[(int)mapping.Order].Cost)
        {
            _ofOrders[(int)mapping.Order] = (cost, mapping);
        }

        if (cost < _bestCost)
        {
            _best = result;
            _bestCost = cost;
        }
    }

    /// <summary>Whether a mapping was tried before, as far as it is still known.</summary>
    private bool WasTried(in Mapping mapping)
    {
        var place = (uint)((mapping.TileM * 31) + (mapping.TileN * 7) + mapping.TileK + ((int)mapping.Order * 5));
        ref var known = ref _recent[(int)(place % Recent.Count)];
        if (known == mapping)
        {
            return true;
        }

        known = mapping;
        return false;
    }

    /// <summary>
    /// The fewest parts of K that fit, as even as whole steps of the array allow, so that only the last one leaves lanes idle; single
    /// columns where not even one step fits. 0 where nothing does.
    /// </summary>
    private readonly int LongestPart(int tileM, int tileN, int most)
    {
        var evaluator = Evaluator;
        var step = Math.Min(evaluator.ReductionPerStep, Gemm.K);
        var unit = Fits(step) ? step : Fits(1) ? 1 : 0;
        if (unit == 0)
        {
            return 0;
        }

        // The most that could fit, down to what does: padding of groups alone stands between them.
        var units = ((Gemm.K - 1) / unit) + 1;
        var fits = Math.Max(1, (int)Math.Min(units, ((long)most + unit - 1) / unit));
        while (fits > 1 && !Fits((int)Math.Min(Gemm.K, (long)fits * unit)))
        {
            fits--;
        }

        var parts = ((units - 1) / fits) + 1;
        return (int)Math.Min(Gemm.K, ((((long)units - 1) / parts) + 1) * unit);

        bool Fits(int tileK) => tileK <= most && evaluator.Fits(new Mapping(tileM, tileK, tileN, default));
    }

    [System.Runtime.CompilerServices.InlineArray(Count)]
    private struct OrderBests
    {
        public const int Count = 6;

        private (double Cost, Mapping Mapping) _first;
    }

    /// <summary>Mappings tried lately, each in the place that its tiles give.</summary>
    [System.Runtime.CompilerServices.InlineArray(Count)]
    private struct Recent
    {
        public const int Count = 64;

        private Mapping _first;
    }
}
