using HighLight.Commands;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

namespace HighLight.Interactive.Directives;

/// <summary>Runs command lines of the tool in this process, or by the installed tool where notebooks have to be run.</summary>
internal static class Verbs
{
    /// <summary>Runs a command line.</summary>
    /// <param name="words">The arguments, verb first.</param>
    /// <param name="folder">What relative paths start from.</param>
    /// <param name="show">Receives each result in order, as texts by MIME type.</param>
    /// <param name="cancellation">Stops programs that the verb started.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static async Task<string?> RunAsync(
        string[] words, string folder, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation)
    {
        var termination = new Termination(cancellation, cancellation);
        if (InstalledTool.Runs(words))
        {
            return await InstalledTool.RunAsync(words, folder, termination);
        }

        var dotnet = DotNetMuxer.Find();
        var view = new CellView(show);
        await using var errors = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var code = await HighLightCommandLine.RunAsync(words, new CommandContext
        {
            Output = view.Text,
            Error = errors,
            View = view,
            CurrentDirectory = folder,
            ToolDirectory = AppContext.BaseDirectory,
            DotNet = dotnet,
            Host = HostProgram.Beside(AppContext.BaseDirectory, dotnet),
            Termination = termination,
        });
        var messages = errors.ToString().TrimEnd();
        if (code == ExitCode.Success && messages.Length > 0)
        {
            view.Text.Write(messages); // warnings
        }

        view.Flush();
        return code == ExitCode.Success ? null : messages.Length > 0 ? messages : Invariant($"highlight {words.FirstOrDefault()} ended with exit code {code}.");
    }
}
