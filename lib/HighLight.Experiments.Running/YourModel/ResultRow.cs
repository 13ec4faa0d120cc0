using HighLight.Evaluation;
using HighLight.Evaluation.Networks;

namespace HighLight.Experiments.Running.YourModel;

/// <summary>A row of the table that is saved: the whole model or a layer of it, on a design, under an assignment of patterns.</summary>
/// <param name="Assignment">How patterns were given to the layers.</param>
/// <param name="Patterns">What they are, in words.</param>
/// <param name="KeptL2">Share of the L2 norm that is kept, see <see cref="PatternFamily.KeptL2"/>.</param>
/// <param name="OutputError">Measured output error.</param>
/// <param name="Network">The evaluation.</param>
/// <param name="Layer">The layer; null for the whole model.</param>
internal sealed record ResultRow(string Assignment, string Patterns, double KeptL2, double? OutputError, NetworkEvaluation Network, LayerEvaluation? Layer)
{
    public double? Cycles => Layer is null ? Network.Cycles : Layer.Cycles;

    public double? EnergyPj => Layer is null ? Network.EnergyPj : Layer.EnergyPj;

    public double? EdpPjCycles => EnergyPj * Cycles;

    public CycleBounds? Bounds => Layer?.Evaluation?.Result.Bounds;

    /// <summary>The whole model, then its layers.</summary>
    public static IEnumerable<ResultRow> Of(string assignment, string patterns, double keptL2, double? error, NetworkEvaluation network, bool layers) =>
    [
        new(assignment, patterns, keptL2, error, network, null),
        .. layers ? network.Layers.Select(layer => new ResultRow(assignment, patterns, keptL2, error, network, layer)) : [],
    ];
}
