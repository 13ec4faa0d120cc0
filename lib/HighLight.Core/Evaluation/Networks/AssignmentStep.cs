using HighLight.Sparsity;

namespace HighLight.Evaluation.Networks;

/// <summary>A step of a search: one layer takes another pattern.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="From">Its pattern before.</param>
/// <param name="To">Its pattern after.</param>
/// <param name="EdpPjCycles">The network's energy-delay product after the step, in pJ·cycles.</param>
/// <param name="Loss">The loss after the step.</param>
public sealed record AssignmentStep(string Layer, HssPattern From, HssPattern To, double EdpPjCycles, double Loss)
{
    /// <summary>For example <c>fc: C0(1:1) to C0(2:4), loss 0.01</c>.</summary>
    public override string ToString() => Invariant($"{Layer}: {From} to {To}, {EdpPjCycles:0.#####E+0} pJ·cycles, loss {Loss:0.#####}");
}
