using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Commands.Evaluations;

/// <summary>How the numbers of an evaluation came about, as the engine explains them, and the area part by part.</summary>
internal static class EvaluationExplanation
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(GemmEvaluation evaluation, AreaBreakdown? area)
    {
        IEnumerable<string> areas = area is null ? [] :
        [
            FormattableString.Invariant($"  area: {area.TotalMm2:0.####} mm², {100 * area.SafShare:0.0} % of it sparsity hardware (SAF)"),
            .. area.Components.Select(part => FormattableString.Invariant($"    {part.Name}: {part.Mm2:0.####} mm²{(part.IsSaf ? " (SAF)" : "")}")),
        ];
        return [.. evaluation.Explain().Split('\n', StringSplitOptions.RemoveEmptyEntries), .. areas];
    }
}
