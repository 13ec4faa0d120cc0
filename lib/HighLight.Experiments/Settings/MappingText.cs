using HighLight.Evaluation;

namespace HighLight.Experiments.Settings;

/// <summary>What mappings a result rests on, as its provenance says it.</summary>
internal static class MappingText
{
    /// <summary>The constraints, or <c>any</c>.</summary>
    public static string Of(MappingConstraints constraints) => constraints.ToString() is { Length: > 0 } text ? text : "any";
}
