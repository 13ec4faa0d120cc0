using System.Collections.Immutable;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>What every pruned layer of a network costs under every pattern it may take, evaluated once; patterns that the design refuses in a layer are no options there.</summary>
internal sealed class AssignmentCosts
{
    private readonly ImmutableArray<ImmutableArray<Option>> _options;
    private readonly double _fixedEnergy;
    private readonly double _fixedCycles;

    /// <exception cref="ArgumentException">Two layers have one name.</exception>
    /// <exception cref="UnsupportedOperandException">A layer that is not pruned, or every pattern of one that is, is refused.</exception>
    public AssignmentCosts(NetworkRequest request, ImmutableArray<HssPattern> patterns)
    {
        if (request.Network.Layers.GroupBy(layer => layer.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{request.Network.Title} has several layers '{twice.Key}'. Patterns are assigned by name: give each its own.", nameof(request));
        }

        var memo = new Dictionary<GemmRequest, GemmEvaluation>();
        var layers = ImmutableArray.CreateBuilder<Layer>();
        var options = ImmutableArray.CreateBuilder<ImmutableArray<Option>>();
        foreach (var layer in request.Network.Layers)
        {
            if (request.Policy.Prunes(layer.Role))
            {
                layers.Add(layer);
                options.Add(OptionsOf(request, layer, patterns, memo));
            }
            else
            {
                var alone = Evaluate((request with { Assignment = PatternAssignment.Dense }).Of(layer), memo).Result;
                _fixedEnergy += alone.EnergyPj * layer.Count;
                _fixedCycles += alone.Cycles * layer.Count;
            }
        }

        Layers = layers.ToImmutable();
        _options = options.ToImmutable();
    }

    /// <summary>The layers that are pruned.</summary>
    public ImmutableArray<Layer> Layers { get; }

    /// <summary>What a layer may take.</summary>
    public ImmutableArray<Option> this[int layer] => _options[layer];

    /// <summary>Energy and cycles of the network when each layer takes the option of that index.</summary>
    public (double Energy, double Cycles) Totals(int[] choice)
    {
        double energy = _fixedEnergy, cycles = _fixedCycles;
        for (var layer = 0; layer < choice.Length; layer++)
        {
            energy += _options[layer][choice[layer]].Energy;
            cycles += _options[layer][choice[layer]].Cycles;
        }

        return (energy, cycles);
    }

    /// <summary>The index of a pattern among a layer's options; −1 where it is none.</summary>
    public int IndexOf(int layer, HssPattern pattern)
    {
        for (var i = 0; i < _options[layer].Length; i++)
        {
            if (_options[layer][i].Pattern.Equals(pattern))
            {
                return i;
            }
        }

        return -1;
    }

    private static ImmutableArray<Option> OptionsOf(NetworkRequest request, Layer layer, ImmutableArray<HssPattern> patterns, Dictionary<GemmRequest, GemmEvaluation> memo)
    {
        var options = ImmutableArray.CreateBuilder<Option>();
        UnsupportedOperandException? refusal = null;
        foreach (var pattern in patterns)
        {
            try
            {
                var result = Evaluate((request with { Assignment = PatternAssignment.Uniform(pattern) }).Of(layer), memo).Result;
                options.Add(new(pattern, result.EnergyPj * layer.Count, result.Cycles * layer.Count));
            }
            catch (UnsupportedOperandException e)
            {
                refusal = e;
            }
        }

        return options.Count > 0 ? options.ToImmutable() : throw refusal!;
    }

    private static GemmEvaluation Evaluate(GemmRequest request, Dictionary<GemmRequest, GemmEvaluation> memo)
    {
        if (!memo.TryGetValue(request, out var evaluation))
        {
            evaluation = GemmEvaluation.Run(request);
            memo.Add(request, evaluation);
        }

        return evaluation;
    }

    /// <summary>A pattern that a layer may take, with its energy in pJ and its cycles for all products of the layer.</summary>
    internal readonly record struct Option(HssPattern Pattern, double Energy, double Cycles);
}
