using System.Collections.Immutable;

namespace HighLight.Notebooks.Parameters;

/// <summary>The parameters that a run was given do not fit its notebook. The message lists all problems.</summary>
public sealed class ParameterException : ArgumentException
{
    internal ParameterException(ImmutableArray<string> problems)
        : base(Describe(problems)) =>
        Problems = problems;

    /// <summary>What is wrong, each with the parameter and what it may be.</summary>
    public ImmutableArray<string> Problems { get; }

    private static string Describe(ImmutableArray<string> problems) =>
        problems is [var only]
            ? "Parameters: " + only
            : string.Join('\n', problems.Select(problem => "  " + problem).Prepend("Parameters:"));
}
