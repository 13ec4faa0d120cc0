using System.Collections.Immutable;

namespace HighLight.Experiments.Reference;

/// <summary>A table of accuracies or of its pairing cannot be read; the message lists every violation with file, line and column.</summary>
public sealed class AccuracyTableException : FormatException
{
    internal AccuracyTableException(string file, ImmutableArray<string> problems)
        : base($"{file} cannot be read:{string.Concat(problems.Select(problem => "\n  - " + problem))}") => Problems = problems;

    /// <summary>The violations.</summary>
    public ImmutableArray<string> Problems { get; }
}
