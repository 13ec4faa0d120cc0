using System.Collections.Immutable;
using HighLight.Evaluation;

namespace HighLight.Cli.Evaluations;

/// <summary>What the commands take from the engine beyond one evaluation. Everything they show of areas, presets and explanations comes through here.</summary>
internal static class EngineSeam
{
    /// <summary>The named presets of the engine.</summary>
    public static ImmutableArray<Preset> Presets => [];

    /// <summary>The area of the evaluated design in mm², on the technology of the request; null where the engine gives none.</summary>
    public static double? AreaMm2(GemmEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return null;
    }

    /// <summary>How the numbers of an evaluation came about, a line each.</summary>
    public static IEnumerable<string> Explain(GemmEvaluation evaluation) => EvaluationExplanation.Lines(evaluation);
}
