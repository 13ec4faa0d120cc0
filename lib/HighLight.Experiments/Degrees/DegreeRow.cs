using HighLight.Sparsity;

namespace HighLight.Experiments.Degrees;

/// <summary>One pattern of a family.</summary>
internal sealed record DegreeRow(NamedFamily Family, HssPattern Pattern, bool IsFirstOfItsDegree);
