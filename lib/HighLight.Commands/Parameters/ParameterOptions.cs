using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;

namespace HighLight.Commands.Parameters;

/// <summary>The options that give parameters: <c>-p</c> and <c>--parameters</c>.</summary>
internal sealed class ParameterOptions
{
    private readonly RepeatedOption _assignments = new(
        "-p",
        "NAME=VALUE",
        "Set a variable of the cell tagged 'parameters', in every notebook; may be repeated, and wins over --parameters.");

    private readonly TextOption _file = new(
        "--parameters", "FILE.json|yaml|yml", "Set such variables from a JSON or YAML file: an object whose keys are the names.");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_assignments);
        command.Options.Add(_file);
    }

    /// <summary>Full path of the file that gives parameters; null where none does.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="currentDirectory">What a relative path starts from.</param>
    public string? File(ParseResult parsed, string currentDirectory) =>
        _file.Read(parsed, []) is { } file ? Path.GetFullPath(file, currentDirectory) : null;

    /// <summary>The parameters, each name once.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="currentDirectory">What a relative path starts from.</param>
    /// <param name="problems">Receives a line, with the fix, for each thing that cannot be used.</param>
    public ImmutableArray<NotebookParameter> Read(ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var assigned = ParameterAssignments.Read(_assignments.Read(parsed, problems), problems);
        if (_file.Read(parsed, problems) is not { } file)
        {
            return assigned;
        }

        var names = assigned.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var read = ParameterFile.Read(Path.GetFullPath(file, currentDirectory), file, problems);
        return [.. read.Where(parameter => !names.Contains(parameter.Name)), .. assigned];
    }
}
