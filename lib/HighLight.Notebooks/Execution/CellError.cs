using System.Collections.Immutable;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Execution;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The error's name: an exception's full type name, or <see cref="Compilation"/>.</param>
/// <param name="Message">The message.</param>
/// <param name="Line">The 1-based line within the cell; null if the error has no line in this cell.</param>
/// <param name="Traceback">What to show, line by line, without paths of this machine or frames of the engine.</param>
public sealed record CellError(string Name, string Message, int? Line, ImmutableArray<string> Traceback)
{
    /// <summary>The name of an error found by the compiler.</summary>
    public const string Compilation = "CompilationError";

    /// <summary>An error of a line that is not C#.</summary>
    internal static CellError OfDirective(string message, int line) =>
        new("DirectiveError", message, line, [.. Invariant($"line {line}: {message}").Split('\n')]);

    /// <summary>An error that has only a name and a message.</summary>
    public static CellError Of(string name, string message) => new(name, message, Line: null, [.. $"{name}: {message}".Split('\n')]);

    /// <summary>The error as it is written to the notebook.</summary>
    public ErrorOutput ToOutput() => new(Name, Message, Traceback, []);
}
