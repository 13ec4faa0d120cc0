using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>A design breaks rules: <see cref="Problems"/> and the message list them all.</summary>
public sealed class InvalidDesignException : ArgumentException
{
    internal InvalidDesignException(Accelerator design, ImmutableArray<DesignProblem> problems)
        : base($"The design '{design.Name}' cannot be:{string.Concat(problems.Select(problem => "\n  - " + problem))}") => Problems = problems;

    /// <summary>What is wrong, at least one.</summary>
    public ImmutableArray<DesignProblem> Problems { get; }
}
