using HighLight.Files;

namespace HighLight.Notebooks.Host;

/// <summary><c>run NOTEBOOK [options]</c>.</summary>
/// <param name="Notebook">The notebook, full path.</param>
internal sealed record RunArguments(string Notebook) : HostArguments
{
    public const string Usage =
        "HighLight.Notebooks.Host run NOTEBOOK [--output FILE] [--html FILE] [--allow-errors]"
        + "\n           [--timeout SECONDS] [--notebook-timeout SECONDS] [--log-output] [--no-input] [--trust] [--supervised]"
        + "\n           [--journal FILE]";

    /// <summary>Where to write the executed notebook, full path; null to write none.</summary>
    public string? Output { get; init; }

    /// <summary>Where to write the page, full path; null to write none.</summary>
    public string? Html { get; init; }

    /// <summary>Whether to go on after a failing cell.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>How long a cell may run, without the restore of its packages; null for ever.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long the notebook may run; null for ever.</summary>
    public TimeSpan? NotebookTimeout { get; init; }

    /// <summary>Whether outputs are reported while cells run.</summary>
    public bool LogOutput { get; init; }

    /// <summary>Whether the page is without code.</summary>
    public bool NoInput { get; init; }

    /// <summary>Whether scripts of the notebook may run in the page.</summary>
    public bool Trust { get; init; }

    /// <summary>Whether standard input is the supervisor's.</summary>
    public bool Supervised { get; init; }

    /// <summary>Where what cells show is kept for the case that the process dies, full path; null to keep nothing.</summary>
    public string? Journal { get; init; }

    /// <summary>Whether the executed notebook replaces the notebook itself.</summary>
    public bool IsInPlace =>
        Output is { } output && string.Equals(AtomicFile.Target(output), AtomicFile.Target(Notebook), StringComparison.Ordinal);

    /// <exception cref="HostUsageException">The arguments are not understood.</exception>
    public static RunArguments Parse(ArgumentReader reader)
    {
        var arguments = new RunArguments("");
        while (reader.Next() is { } argument)
        {
            arguments = argument switch
            {
                "--output" => arguments with { Output = reader.File() },
                "--html" => arguments with { Html = reader.File() },
                "--allow-errors" => arguments with { AllowErrors = true },
                "--timeout" => arguments with { CellTimeout = reader.Seconds() },
                "--notebook-timeout" => arguments with { NotebookTimeout = reader.Seconds() },
                "--log-output" => arguments with { LogOutput = true },
                "--no-input" => arguments with { NoInput = true },
                "--trust" => arguments with { Trust = true },
                "--journal" => arguments with { Journal = reader.File() },
                "--supervised" => arguments with { Supervised = true },
                _ when argument.StartsWith('-') => throw reader.Refusal($"'{argument}' is not an option."),
                _ when arguments.Notebook.Length > 0 => throw reader.Refusal($"One notebook a process: '{argument}' is one too many."),
                _ => arguments with { Notebook = Path.GetFullPath(argument) },
            };
        }

        return arguments.Notebook.Length == 0 ? throw reader.Refusal("No notebook is named.")
            : IsScript(arguments.Output) ? throw new HostUsageException(
                $"'{arguments.Output}' cannot hold outputs; name an .ipynb file, or convert the notebook.")
            : arguments;
    }

    private static bool IsScript(string? file) =>
        Path.GetExtension(file) is { } extension && extension.Equals(".dib", StringComparison.OrdinalIgnoreCase);
}
