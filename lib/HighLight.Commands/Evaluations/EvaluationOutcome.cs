using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Commands.Evaluations;

/// <summary>What became of a request on one design.</summary>
/// <param name="Design">The design.</param>
/// <param name="Evaluation">The evaluation; null where the design cannot run what was asked.</param>
/// <param name="Area">The design's area; null without an evaluation, or where the technology table lacks the area of a part.</param>
/// <param name="Message">Why one of them is missing; null where none is.</param>
internal sealed record EvaluationOutcome(Accelerator Design, GemmEvaluation? Evaluation, AreaBreakdown? Area, string? Message)
{
    /// <summary>Why another design runs in place of the one asked for; null where none does.</summary>
    public string? InPlace { get; init; }

    /// <summary>
    /// What a row has to say besides its numbers: why there are none, what runs in place, what of the operands is not used; null:
    /// nothing.
    /// </summary>
    public string? Remark
    {
        get
        {
            string?[] parts = [Evaluation is null ? Message : null, InPlace, .. Evaluation?.Remarks ?? []];
            return string.Join("; ", parts.Where(part => part is not null)) is { Length: > 0 } text ? text : null;
        }
    }
}
