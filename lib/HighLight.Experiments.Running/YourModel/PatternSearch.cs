using System.Collections.Immutable;
using HighLight.Evaluation.Networks;
using HighLight.Experiments.EdpAccuracy;
using HighLight.Models.Pruning;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>One pattern for all layers against a pattern for each, on one design.</summary>
internal sealed class PatternSearch
{
    /// <summary>Each costs a search and a run of the model.</summary>
    private const int MostBudgets = 6;

    private readonly MeasuredWorkload _workload;
    private readonly YourModelSettings _settings;
    private readonly NetworkEvaluation _dense;
    private readonly PatternFamily _family;
    private readonly AssignmentLosses _losses;

    private PatternSearch(MeasuredWorkload workload, PatternFamily family, YourModelSettings settings)
    {
        _workload = workload;
        _settings = settings;
        _dense = workload.On(settings.Subject, null, settings);
        _family = family;
        _losses = AssignmentLosses.Of(workload, family);
    }

    /// <summary>Every pattern for all layers; then patterns for each layer that lose no more than single patterns do, and those under the settings' budgets.</summary>
    public static PatternComparison Run(MeasuredWorkload workload, PatternFamily family, YourModelSettings settings)
    {
        var search = new PatternSearch(workload, family, settings);
        var uniform = search.Uniform();
        var byNorm = search.Greedy(AssignmentKind.ByKeptNorm, uniform, search._losses.KeptNorm, [.. Budgets(uniform, search._losses.KeptNorm), 1 - (settings.KeptL2Budget * settings.KeptL2Budget)]);
        var byError = search._losses.OutputError is { } losses
            ? search.Greedy(AssignmentKind.ByOutputError, uniform, losses, [.. settings.OutputErrorBudgets.Select(error => error * error), .. Budgets(uniform, losses)])
            : [];
        var within = uniform.Where(point => point.KeptL2 >= settings.KeptL2Budget).MinBy(point => point.Edp)!;
        return new([.. uniform, .. byNorm[..^1], .. byError], byNorm[^1], within);
    }

    private ImmutableArray<AssignmentPoint> Uniform() =>
    [
        new(AssignmentKind.Uniform, ImmutableDictionary<string, HssPattern>.Empty, null, _dense, _dense, 1, 0, 0),
        .. _family.Members.Select(variant => Point(AssignmentKind.Uniform, variant.Pruned)),
    ];

    /// <summary>What single patterns lose that no other single pattern beats, evenly thinned out; none for the dense model.</summary>
    private static ImmutableArray<double> Budgets(ImmutableArray<AssignmentPoint> uniform, LayerLosses losses)
    {
        var all = new ParetoFrontier<AssignmentPoint>(uniform, point => losses.Of(point.Patterns), point => point.Edp).Items.Select(point => losses.Of(point.Patterns)).Where(loss => loss > 0).Distinct().ToArray();
        return all.Length <= MostBudgets ? [.. all] : [.. Enumerable.Range(0, MostBudgets).Select(i => all[i * (all.Length - 1) / (MostBudgets - 1)])];
    }

    /// <summary>
    /// What the search finds, evaluated as the model pruned so: a pattern that leaves a layer dense for want of channels counts as dense. Where a single pattern within the budget is better even
    /// so, it is that.
    /// </summary>
    private ImmutableArray<AssignmentPoint> Greedy(AssignmentKind kind, ImmutableArray<AssignmentPoint> uniform, LayerLosses losses, ImmutableArray<double> budgets)
    {
        var request = new NetworkRequest(Searched(), _settings.Subject) { Policy = _settings.Pruning.Policy, Technology = _settings.Technology };
        return
        [
            .. GreedyAssignment.RunAll(request, _family.Members.Select(member => member.Pattern), losses, budgets).Select(found =>
            {
                var own = Point(kind, Prune(found.Assignment));
                var one = uniform.Where(point => point.Pruned is not null && losses.Of(point.Patterns) <= found.Budget).MinBy(point => point.Edp);
                return one is not null && one.Edp < own.Edp ? one with { Kind = kind } : own;
            }),
        ];
    }

    /// <summary>The network, of which layers that every pattern leaves dense are given as products without weights: there is nothing to choose for them.</summary>
    private Network Searched()
    {
        var chosen = _workload.Weighted.Where(layer => _family.Prunable.Contains(layer.Weights.Node)).Select(layer => layer.Name).ToHashSet(StringComparer.Ordinal);
        return _workload.Network with { Layers = [.. _workload.Network.Layers.Select(layer => chosen.Contains(layer.Name) ? layer : layer with { Role = LayerRole.ActivationProduct })] };
    }

    private PrunedModel Prune(PatternAssignment assignment)
    {
        var names = _workload.Weighted.ToDictionary(layer => layer.Weights.Node, layer => layer.Name, (IEqualityComparer<Models.Onnx.OnnxNode>)ReferenceEqualityComparer.Instance);
        return ModelPruning.Prune(
            _workload.Measured.Model,
            layer => names.TryGetValue(layer.Node, out var name) && assignment.Patterns!.TryGetValue(name, out var pattern) && !pattern.IsDense ? new HssPruner(pattern, _settings.Pruning.Tails) : null,
            _settings.Pruning);
    }

    private AssignmentPoint Point(AssignmentKind kind, PrunedModel pruned)
    {
        var patterns = _workload.LayersOf(pruned).Where(layer => layer.Value.Pattern is not null).ToImmutableDictionary(layer => layer.Key, layer => layer.Value.Pattern!, StringComparer.Ordinal);
        var predicted = _losses.OutputError is { } losses ? Rounding.Share(Math.Sqrt(losses.Of(patterns))) : (double?)null;
        return new(kind, patterns, pruned, _workload.On(_settings.Subject, pruned, _settings), _dense, _family.KeptL2(pruned), AssignmentPoint.Measure(_workload, pruned), predicted);
    }
}
