using HighLight.Evaluation;
using HighLight.Hardware;

namespace HighLight.Cli.Evaluations;

/// <summary>What became of a request on one design: an evaluation, or why there is none.</summary>
/// <param name="Design">The design.</param>
/// <param name="Evaluation">The evaluation; null where the design cannot run what was asked.</param>
/// <param name="Refusal">Why not; null where there is an evaluation.</param>
internal sealed record EvaluationOutcome(Accelerator Design, GemmEvaluation? Evaluation, string? Refusal);
