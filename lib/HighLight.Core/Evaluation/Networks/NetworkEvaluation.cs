using System.Collections.Immutable;
using HighLight.Workloads;

namespace HighLight.Evaluation.Networks;

/// <summary>A network evaluated layer by layer, one layer after the other. Totals are sums over the layers; the energy-delay product is total energy × total cycles.</summary>
public sealed record NetworkEvaluation
{
    private NetworkEvaluation(NetworkRequest request, ImmutableArray<LayerEvaluation> layers)
    {
        Request = request;
        Layers = layers;
        Refused = [.. layers.Where(layer => layer.Refusal is not null)];
        if (Refused.IsEmpty)
        {
            Cycles = layers.Sum(layer => layer.Cycles!.Value);
            EnergyPj = layers.Sum(layer => layer.EnergyPj!.Value);
        }
    }

    /// <summary>What was asked.</summary>
    public NetworkRequest Request { get; }

    /// <summary>The layers in the order they run.</summary>
    public ImmutableArray<LayerEvaluation> Layers { get; }

    /// <summary>The layers that the design refuses, each with its reason. Where there are any, the network has no totals.</summary>
    public ImmutableArray<LayerEvaluation> Refused { get; }

    /// <summary>Cycles of all layers; null where a layer is refused.</summary>
    public double? Cycles { get; }

    /// <summary>Energy of all layers in pJ; null where a layer is refused.</summary>
    public double? EnergyPj { get; }

    /// <summary>Energy-delay product in pJ·cycles: <see cref="EnergyPj"/> × <see cref="Cycles"/>, not the sum of the layers' products. Null where a layer is refused.</summary>
    public double? EdpPjCycles => EnergyPj * Cycles;

    /// <summary>Energy of all layers by component; null where a layer is refused.</summary>
    public EnergyBreakdown? Energy => Refused.IsEmpty
        ? Layers.Aggregate(default(EnergyBreakdown), (sum, layer) => sum.Plus(layer.Evaluation!.Result.Energy, layer.Layer.Count))
        : null;

    /// <summary>Evaluates every layer. Products that are the same are evaluated once.</summary>
    /// <exception cref="ArgumentException">The assignment names layers that the network does not have; all are listed.</exception>
    public static NetworkEvaluation Run(NetworkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Assignment.Unknown(request.Network) is { IsEmpty: false } unknown)
        {
            throw new ArgumentException(
                $"{request.Network.Title} has no layer {string.Join(", ", unknown.Select(name => $"'{name}'"))}. Its layers: {string.Join(", ", request.Network.Layers.Select(layer => layer.Name))}.",
                nameof(request));
        }

        var memo = new Dictionary<GemmRequest, (GemmEvaluation? Evaluation, string? Refusal)>();
        return new(request, [.. request.Network.Layers.Select(layer => Run(layer, request.Of(layer), memo))]);
    }

    /// <summary>Cycles of the layers that a resource sets, as a share of all; null where a layer is refused.</summary>
    public double? ShareOfCycles(CycleBound bound) => Layers.Sum(layer => layer.Bound == bound ? layer.Cycles : 0) / Cycles;

    /// <summary>For example <c>ResNet-50 v1.5 on HighLight: 1234567 cycles</c>.</summary>
    public override string ToString() => Cycles is { } cycles
        ? Invariant($"{Request.Network.Title} on {Request.Design}, weights {Request.Assignment}: {cycles:0} cycles, {EnergyPj:0} pJ, {EdpPjCycles:0.#####E+0} pJ·cycles")
        : Invariant($"{Request.Network.Title} on {Request.Design}, weights {Request.Assignment}: {Refused.Length} of {Layers.Length} layers refused");

    private static LayerEvaluation Run(Layer layer, GemmRequest request, Dictionary<GemmRequest, (GemmEvaluation? Evaluation, string? Refusal)> memo)
    {
        if (!memo.TryGetValue(request, out var found))
        {
            try
            {
                found = (GemmEvaluation.Run(request), null);
            }
            catch (Exception e) when (e is UnsupportedOperandException or MappingException)
            {
                found = (null, e.Message);
            }

            memo.Add(request, found);
        }

        return new(layer, request, found.Evaluation, found.Refusal);
    }
}
