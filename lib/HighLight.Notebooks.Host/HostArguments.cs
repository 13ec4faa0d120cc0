namespace HighLight.Notebooks.Host;

/// <summary>The command line: <c>run NOTEBOOK [--output FILE] [--html FILE] [--allow-errors]</c>.</summary>
/// <param name="Notebook">The notebook, full path.</param>
/// <param name="Output">Where to write the executed notebook, full path; null to write none.</param>
/// <param name="Html">Where to write the page, full path; null to write none.</param>
/// <param name="AllowErrors">Whether to go on after a failing cell.</param>
internal sealed record HostArguments(string Notebook, string? Output, string? Html, bool AllowErrors)
{
    public const string Usage = "usage: HighLight.Notebooks.Host run NOTEBOOK [--output FILE] [--html FILE] [--allow-errors]";

    /// <exception cref="HostUsageException">The arguments are not understood.</exception>
    public static HostArguments Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || !string.Equals(arguments[0], "run", StringComparison.Ordinal))
        {
            throw new HostUsageException(Usage);
        }

        string? notebook = null;
        string? output = null;
        string? html = null;
        bool allowErrors = false;
        for (int i = 1; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--output":
                    output = File(arguments, ++i);
                    break;
                case "--html":
                    html = File(arguments, ++i);
                    break;
                case "--allow-errors":
                    allowErrors = true;
                    break;
                case var option when option.StartsWith('-'):
                    throw new HostUsageException($"'{option}' is not an option.\n{Usage}");
                case var file when notebook is null:
                    notebook = Path.GetFullPath(file);
                    break;
                case var extra:
                    throw new HostUsageException($"One notebook a process: '{extra}' is one too many.\n{Usage}");
            }
        }

        return new HostArguments(notebook ?? throw new HostUsageException($"No notebook is named.\n{Usage}"), output, html, allowErrors);
    }

    private static string File(IReadOnlyList<string> arguments, int index) =>
        index < arguments.Count && arguments[index].Length > 0
            ? RequireFolder(Path.GetFullPath(arguments[index]))
            : throw new HostUsageException($"'{arguments[index - 1]}' needs a file.\n{Usage}");

    // Found out now rather than after the run.
    private static string RequireFolder(string file) =>
        !Directory.Exists(Path.GetDirectoryName(file)) ? throw new HostUsageException($"The folder of '{file}' does not exist; create it first.")
        : Directory.Exists(file) ? throw new HostUsageException($"'{file}' is a folder; name a file.")
        : file;
}
