using System.Collections.Immutable;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>A network that the command line names.</summary>
/// <param name="Network">Its layers.</param>
/// <param name="NotEvaluated">What of a model has no place among the layers, each with the reason; empty for networks that are tables.</param>
internal sealed record NetworkInput(Network Network, ImmutableArray<string> NotEvaluated);
