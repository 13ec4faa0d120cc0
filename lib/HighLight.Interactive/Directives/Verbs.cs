using System.Globalization;
using HighLight.Commands;
using HighLight.Commands.Context;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

namespace HighLight.Interactive.Directives;

/// <summary>Runs command lines of the tool in this process, or by the installed tool where notebooks have to be run.</summary>
internal static class Verbs
{
    /// <summary>Runs a command line.</summary>
    /// <param name="words">The arguments, verb first; without any the verbs are shown.</param>
    /// <param name="folder">What relative paths start from.</param>
    /// <param name="show">Receives each result in order, as texts by MIME type.</param>
    /// <param name="cancellation">Stops programs that the verb started.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static async Task<string?> RunAsync(
        string[] words, string folder, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation)
    {
        if (words.Length == 0)
        {
            words = ["help"]; // the bare directive asks what there is
        }

        if (InstalledTool.Runs(words))
        {
            return await InstalledTool.RunAsync(words, ToolPlaces.For(folder), Console.Out, cancellation);
        }

        var view = new CellView(show);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var termination = new Termination(cancellation, CancellationToken.None);
        var context = Context(folder, view.Text) with { Error = errors, View = view, Termination = termination };
        var code = await HighLightCommandLine.RunAsync(words, context);
        var messages = errors.ToString().TrimEnd();
        if (code == ExitCode.Success && messages.Length > 0)
        {
            view.Text.Write(messages); // warnings
        }

        view.Flush();
        return code == ExitCode.Success ? null
            : messages.Length > 0 ? messages
            : Invariant($"highlight {words[0]} ended with exit code {code}.");
    }

    /// <summary>What can stand at the end of a command line that is being typed.</summary>
    /// <param name="arguments">The line up to the cursor.</param>
    /// <param name="folder">What relative paths start from.</param>
    /// <returns>Where the word begins that a value replaces, and the values.</returns>
    public static (int Start, string[] Values) Complete(string arguments, string folder)
    {
        var completions = HighLightCommandLine.Complete(arguments, arguments.Length, Context(folder, TextWriter.Null));
        return (completions.Start, [.. completions.Values]);
    }

    /// <summary>The verbs with their options, each with what it means.</summary>
    public static (string Verb, string Description, KeyValuePair<string, string>[] Options)[] Describe()
    {
        var context = Context(folder: "", TextWriter.Null);
        return [.. Verb.All.Select(verb => verb.Create(context)).Select(command => (
            command.Name,
            command.Description ?? "",
            command.Options
                .Where(option => !option.Hidden)
                .Select(option => KeyValuePair.Create(option.Name, option.Description ?? ""))
                .ToArray()))];
    }

    private static CommandContext Context(string folder, TextWriter output)
    {
        var dotnet = DotNetMuxer.Find();
        return new()
        {
            Output = output,
            Error = TextWriter.Null,
            CurrentDirectory = folder,
            ToolDirectory = AppContext.BaseDirectory,
            DotNet = dotnet,
            Host = HostProgram.Beside(AppContext.BaseDirectory, dotnet),
        };
    }
}
