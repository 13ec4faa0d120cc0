using System.Collections.Immutable;
using System.CommandLine;

namespace HighLight.Commands;

/// <summary>A command whose help ends with examples and whatever else a reader needs.</summary>
/// <param name="name">What the user types.</param>
/// <param name="description">What it does.</param>
internal abstract class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines, each with what it is for.</summary>
    public abstract ImmutableArray<(string CommandLine, string Purpose)> Examples { get; }

    /// <summary>Lines at the end of the help: the exit codes, unless a command has more to say.</summary>
    public virtual ImmutableArray<string> Notes =>
        ["Exit codes: 0 all went well, 1 something failed, 2 wrong arguments (nothing was done), 130 cancelled."];
}
