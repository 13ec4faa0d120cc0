using HighLight.Experiments.Results;

namespace HighLight.Experiments.Reference;

/// <summary>A value of the paper, as <c>data/reference/paper-targets.csv</c> holds it.</summary>
/// <param name="Id">The row's name, for example <c>claim-mux</c>; the coordinates of a digitised point share one.</param>
/// <param name="Network">The network it is about; empty for a claim about all.</param>
/// <param name="Design">The design it is about.</param>
/// <param name="Pattern">The sparsity pattern of the weights; may be empty or a guess that says so.</param>
/// <param name="Quantity">What is stated.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PaperTarget(
    string Id, string Network, string Design, string Pattern, string Quantity, double Value, string Unit, Confidence Confidence, string Source);
