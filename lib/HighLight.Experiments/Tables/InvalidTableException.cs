using System.Collections.Immutable;

namespace HighLight.Experiments.Tables;

/// <summary>A table breaks the rules of <see cref="ResultTable"/>; all violations are listed.</summary>
public sealed class InvalidTableException : Exception
{
    /// <summary>Creates the exception from every violation found.</summary>
    public InvalidTableException(string table, ImmutableArray<string> problems)
        : base($"The table '{table}' is not valid:{string.Concat(problems.Select(problem => "\n  - " + problem))}")
    {
        Table = table;
        Problems = problems;
    }

    /// <summary>The name of the table.</summary>
    public string Table { get; }

    /// <summary>Every violation, with the rule and the fix.</summary>
    public ImmutableArray<string> Problems { get; }
}
