using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Html;

namespace HighLight.Notebooks.Host;

/// <summary>Runs one notebook and tells the parent process about it.</summary>
internal static class HostProgram
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var output = Console.OpenStandardOutput();
        var error = Console.Error;
        HostArguments options;
        NotebookDocument document;
        try
        {
            options = HostArguments.Parse(arguments);
            document = NotebookReader.ReadFile(options.Notebook).Document;
            RequireCSharp(document, options.Notebook);
        }
        catch (Exception exception) when (exception is HostUsageException or NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Invalid(exception.Message);
        }

        using var cancellation = new Cancellation();
        try
        {
            var events = new EventStream(output, document.Cells.OfType<CodeCell>().Count());
            events.Started(Path.GetFileName(options.Notebook));
            NotebookRun run;
            string folder = Path.GetDirectoryName(options.Notebook)!;
            Environment.CurrentDirectory = folder;
            using (var session = new NotebookSession(folder, error.WriteLine))
            {
                run = await NotebookRunner.RunAsync(document, session, options.AllowErrors, events, cancellation.Token);
            }

            int exitCode = run.Failed == 0 || options.AllowErrors ? ExitCodes.Success : ExitCodes.CellFailed;
            cancellation.Commit(exitCode, () => Write(run.Document, options));
            events.Finished(run);
            return exitCode;
        }
        catch (OperationCanceledException) when (cancellation.Token.IsCancellationRequested)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Invalid(exception.Message);
        }

        int Invalid(string message)
        {
            error.WriteLine(message);
            new EventStream(output, 0).Invalid(message);
            return ExitCodes.Invalid;
        }
    }

    private static void RequireCSharp(NotebookDocument document, string file)
    {
        if (document.Language is { } language && !CellLanguage.IsCSharp(language))
        {
            throw new HostUsageException($"'{file}' is a notebook in '{language}'; only C# notebooks can be run.");
        }
    }

    private static void Write(NotebookDocument document, HostArguments options)
    {
        if (options.Output is { } output)
        {
            NotebookWriter.WriteFile(document, output);
        }

        if (options.Html is { } html)
        {
            AtomicFile.Write(html, NotebookPage.Render(document, Path.GetFileNameWithoutExtension(options.Notebook), new PageOptions()));
        }
    }
}
