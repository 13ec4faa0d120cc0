using System.Collections.Immutable;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Execution.Journal;
using HighLight.Notebooks.Host.Native;
using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Host;

/// <summary>Runs one notebook and tells the parent process about it.</summary>
internal static class RunCommand
{
    private const string InvariantVariable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    /// <summary>Runs the notebook and ends the process.</summary>
    public static async Task RunAsync(RunArguments arguments)
    {
        var streams = StandardStreams.Take(arguments.Supervised);
        var events = new EventStream(streams.Output);
        var control = new RunControl(arguments, streams, events);
        RunSignals.Register(control);
        ProcessTree.AdoptOrphans();
        if (Prepare(arguments, streams, events, control) is { } document)
        {
            await RunAsync(document, arguments, streams, events, control);
        }
    }

    private static NotebookDocument? Prepare(RunArguments arguments, StandardStreams streams, EventStream events, RunControl control)
    {
        try
        {
            var parameters = ImmutableArray<ParameterValue>.Empty;
            if (arguments.Supervised)
            {
                var supervisor = new Supervisor(streams.Input);
                if (supervisor.ReadOrder() is not { } order)
                {
                    control.Abandon();
                    return null;
                }

                parameters = ParameterValues.Parse(order);
                supervisor.Watch(control.Abandon);
            }

            var (document, warnings) = NotebookReader.ReadFile(arguments.Notebook);
            RequireCSharp(document, arguments.Notebook);
            warnings = warnings.AddRange(NotebookParameters.Warnings(document, parameters));
            document = NotebookParameters.Inject(document, parameters);
            events.Started(Path.GetFileName(arguments.Notebook), document.Cells.OfType<CodeCell>().Count());
            foreach (string warning in warnings.Concat(Surroundings()))
            {
                events.Warning(warning);
            }

            return document;
        }
        catch (Exception exception) when (UnusableInput.Is(exception))
        {
            control.Refuse(exception.Message);
            return null;
        }
    }

    private static async Task RunAsync(
        NotebookDocument document, RunArguments arguments, StandardStreams streams, EventStream events, RunControl control)
    {
        string folder = Path.GetDirectoryName(arguments.Notebook)!;
        Environment.CurrentDirectory = folder;
        var log = arguments.LogOutput ? new LogOutput(events) : null;
        if (log is not null)
        {
            streams.Capture?.Follow(log.Text);
        }

        var journal = Journal(arguments.Journal);
        streams.Capture?.Keep(journal);
        bool isWatched = journal is not null || arguments.CellTimeout is not null || arguments.NotebookTimeout is not null || arguments.Output is not null;
        var watch = isWatched ? new RunWatch(arguments, control) : null;
        var session = new NotebookSession(folder, new SessionHooks
        {
            Report = events.Warning,
            ForeignOutput = streams.Capture,
            Listener = log,
            Journal = journal,
            Restoring = isActive => watch?.Restoring(isActive),
        });
        var progress = new RunProgress(document, session);
        control.Begin(progress, log, journal);
        var observer = new RunObserver(events, document.Cells.OfType<CodeCell>().Count(), control, watch, log);
        if (arguments.CellTimeout is not null)
        {
            await session.WarmUpAsync();
        }

        control.Complete(await NotebookRunner.RunAsync(progress, arguments.AllowErrors, observer));
    }

    // Without one only the death of this process would cost outputs.
    private static RunJournal? Journal(string? path)
    {
        try
        {
            return path is null ? null : new RunJournal(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void RequireCSharp(NotebookDocument document, string file)
    {
        if (document.Language is { } language && !CellLanguage.IsCSharp(language))
        {
            throw new HostUsageException($"'{file}' is a notebook in '{language}'; only C# notebooks can be run.");
        }
    }

    // Containers without ICU set this variable, so it is heeded; but results may differ from those of other machines.
    private static IEnumerable<string> Surroundings() =>
        Environment.GetEnvironmentVariable(InvariantVariable) is { } value
            && (value is "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase))
            ? [$"{InvariantVariable} is set: cells find no culture but the invariant one, and text is compared by code point."
                + " Where ICU is installed, unset it."]
            : [];
}
