using System.Collections.Immutable;

namespace HighLight.Notebooks.Documents;

/// <summary>A file is not a notebook that this library can read. The message lists every violation that was found.</summary>
public sealed class NotebookFormatException : FormatException
{
    internal NotebookFormatException(string file, ImmutableArray<string> violations, Exception? cause = null)
        : base(Describe(file, violations), cause)
    {
        File = file;
        Violations = violations;
    }

    /// <summary>The file, as the reader was given it.</summary>
    public string File { get; }

    /// <summary>What is wrong, each with the cell (1-based, among all cells) and the JSON path.</summary>
    public ImmutableArray<string> Violations { get; }

    private static string Describe(string file, ImmutableArray<string> violations) =>
        violations is [var only]
            ? $"'{file}' is not a valid notebook: {only}"
            : Invariant($"'{file}' is not a valid notebook ({violations.Length} violations):\n") + string.Join('\n', violations.Select(violation => "  " + violation));
}
