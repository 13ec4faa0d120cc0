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

    /// <summary>The error as it is written to the notebook.</summary>
    public ErrorOutput ToOutput() => new(Name, Message, Traceback, []);
}
