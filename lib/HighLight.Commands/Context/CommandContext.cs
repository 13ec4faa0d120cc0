using HighLight.Commands.Arguments;
using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;
using Spectre.Console;

namespace HighLight.Commands.Context;

/// <summary>What a command sees of the world around it; tests give it another one.</summary>
internal sealed record CommandContext
{
    /// <summary>Columns of a console where no terminal sets the limit.</summary>
    private const int UnlimitedWidth = 400;

    /// <summary>Receives results that programs read (json, csv), help and progress.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Receives errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What relative paths of arguments start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The folder of the tool itself.</summary>
    public required string ToolDirectory { get; init; }

    /// <summary>The <c>dotnet</c> executable for child processes.</summary>
    public required string DotNet { get; init; }

    /// <summary>How notebook hosts are started.</summary>
    public required HostProgram Host { get; init; }

    /// <summary>Whether a person watches: progress may repaint the screen.</summary>
    public bool Interactive { get; init; }

    /// <summary>Measures durations; nothing else here depends on a clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The user's wish to stop.</summary>
    public Termination Termination { get; init; }

    /// <summary>The most columns of a line that people read; null for no limit.</summary>
    public int? Width { get; init; }

    /// <summary>Receives the tables and lines that people read; plain text on <see cref="Output"/> unless set.</summary>
    public IResultView View
    {
        get => field ?? new TextResultView(Output, Width);
        init;
    }

    /// <summary>A console for progress: the terminal, or <see cref="Output"/> without colours and line breaks of its own.</summary>
    public IAnsiConsole CreateConsole()
    {
        if (Interactive)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output) });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = UnlimitedWidth;
        return console;
    }

    /// <summary>Reports problems that keep a command from starting, all at once.</summary>
    /// <returns><see cref="ExitCode.Usage"/>.</returns>
    public int Refuse(string command, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            Error.WriteLine($"error: {TerminalText.Clean(Echo.WithoutEscapes(problem))}");
        }

        Error.WriteLine($"Nothing was done. 'highlight {command} --help' tells more.");
        Error.Flush();
        return ExitCode.Usage;
    }
}
