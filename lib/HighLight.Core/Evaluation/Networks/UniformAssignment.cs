using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>One pattern for all layers that are pruned.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="EdpPjCycles">The network's energy-delay product under it, in pJ·cycles.</param>
/// <param name="Loss">Its loss.</param>
public sealed record UniformAssignment(HssPattern Pattern, double EdpPjCycles, double Loss);
