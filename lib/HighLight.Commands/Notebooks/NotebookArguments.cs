using System.Collections.Immutable;
using HighLight.Commands.Files;

namespace HighLight.Commands.Notebooks;

/// <summary>Finds the notebooks that command-line arguments name: files, folders and patterns.</summary>
internal static class NotebookArguments
{
    /// <summary>
    /// Resolves every argument. A file is taken as it is; a folder stands for the notebooks directly inside it; a pattern for those it matches
    /// (<see cref="NotebookGlob"/>). A notebook named twice is taken once.
    /// </summary>
    /// <param name="arguments">As given by the user.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    /// <param name="problems">Receives a line, with the fix, for each argument that is no good.</param>
    /// <returns>Absolute paths, in the order of the arguments, ordinal within a folder or pattern.</returns>
    public static ImmutableArray<string> Resolve(IEnumerable<string> arguments, string currentDirectory, ICollection<string> problems)
    {
        var seen = new HashSet<string>(PathComparison.Comparer);
        var notebooks = ImmutableArray.CreateBuilder<string>();
        foreach (var argument in arguments)
        {
            if (Problem(argument, currentDirectory, out var found) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            notebooks.AddRange(found.Where(seen.Add));
        }

        return notebooks.ToImmutable();
    }

    private static string? Problem(string argument, string currentDirectory, out ImmutableArray<string> notebooks)
    {
        notebooks = [];
        if (argument.Length == 0 || argument.Contains('\0', StringComparison.Ordinal))
        {
            return "An empty name is no notebook: give the path of an .ipynb or .dib file, a folder or a pattern.";
        }

        var path = Path.GetFullPath(argument, currentDirectory);
        if (File.Exists(path))
        {
            notebooks = [path];
            return NotebookFile.IsNotebook(path)
                ? null
                : $"'{argument}' is not a notebook: its name must end with {NotebookFile.Extensions}.";
        }

        if (Directory.Exists(path))
        {
            notebooks = [.. NotebookGlob.Inside(path)];
            return notebooks.IsEmpty
                ? $"The folder '{argument}' holds no {NotebookFile.Extensions} file. "
                    + $"For those in its subfolders give '{Path.Combine(argument, "**")}'."
                : null;
        }

        if (NotebookGlob.IsPattern(argument))
        {
            notebooks = [.. NotebookGlob.Expand(argument, currentDirectory)];
            return notebooks.IsEmpty ? $"The pattern '{argument}' matches no {NotebookFile.Extensions} file in {currentDirectory}." : null;
        }

        return argument[0] == '-'
            ? $"'{argument}' is neither an option nor a file. The options are listed by --help; a file of that name is given as './{argument}'."
            : Missing(argument, path);
    }

    private static string Missing(string argument, string path)
    {
        string[] extensions = [NotebookFile.Extension, NotebookFile.ScriptExtension];
        var fix = extensions.FirstOrDefault(extension => File.Exists(path + extension)) is { } meant
            ? $"Did you mean '{argument}{meant}'?"
            : $"Looked for {path}; check the spelling and the current folder.";
        return $"There is no file or folder '{argument}'. {fix}";
    }
}
