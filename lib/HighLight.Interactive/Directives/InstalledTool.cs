using System.ComponentModel;
using System.Text;
using HighLight.Commands.Context;
using HighLight.Commands.Hosting;
using HighLight.Commands.Processes;

namespace HighLight.Interactive.Directives;

/// <summary>The tool as the user installed it. It carries the notebook host, which a package for notebooks does not.</summary>
internal static class InstalledTool
{
    private const string Installation =
        "Install it with 'dotnet tool install --global HighLight.Cli --add-source FOLDER' (the folder of the packages), or run the " +
        "command outside of the notebook.";

    private static readonly string[] Hosted = ["run", "convert", "reproduce"];

    /// <summary>How long it may take to end: its hosts may write what they have reached.</summary>
    private static readonly TimeSpan Grace = HostProgram.WritingTime + TimeSpan.FromSeconds(5);

    /// <summary>Whether a command line is for the installed tool: its verb starts notebook hosts.</summary>
    public static bool Runs(string[] words) =>
        words is [var verb, ..] && Hosted.Contains(verb, StringComparer.Ordinal) && !words.Any(IsHelp);

    /// <summary>Runs a command line with it.</summary>
    /// <param name="words">The arguments, verb first.</param>
    /// <param name="places">Where it is looked for; relative paths start from the folder.</param>
    /// <param name="console">Receives the text of the tool, line by line as it comes.</param>
    /// <param name="cancellation">Asks the tool to stop, which may write what it has reached first.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static async Task<string?> RunAsync(string[] words, ToolPlaces places, TextWriter console, CancellationToken cancellation)
    {
        if (places.Find() is not { } tool)
        {
            return $"'{ToolPlaces.Command} {words[0]}' runs notebooks in processes of their own, which takes the installed tool. No " +
                $"tool manifest from {places.Folder} upwards names it, and it is neither in {places.GlobalTools} nor on the PATH. " +
                Installation;
        }

        // A cell knows no second wish to stop.
        var termination = new Termination(cancellation, CancellationToken.None);
        var errors = new StringBuilder();
        var child = tool with { Arguments = [.. tool.Arguments, .. words], WorkingDirectory = places.Folder, Grace = Grace };
        try
        {
            if (await ToolIdentity.ProblemAsync(tool with { WorkingDirectory = places.Folder }, termination) is { } problem)
            {
                return $"{problem} {Installation}";
            }

            var code = await child.RunAsync(
                stream => CopyLinesAsync(stream, console.WriteLine),
                stream => CopyLinesAsync(stream, line => errors.Append(line).Append('\n')),
                termination,
                overdue: CancellationToken.None);
            var messages = errors.ToString().TrimEnd();
            if (code == ExitCode.Success)
            {
                await console.WriteAsync(messages.Length > 0 ? messages + "\n" : "");
                return null;
            }

            return messages.Length > 0 ? messages : Invariant($"{ToolPlaces.Command} {words[0]} ended with exit code {code}.");
        }
        catch (Win32Exception exception)
        {
            return $"{tool.Program} cannot be started: {exception.Message}";
        }
    }

    private static bool IsHelp(string word) => word is "--help" or "-h" or "-?" or "/?" or "/h";

    private static async Task CopyLinesAsync(Stream stream, Action<string> write)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line)
        {
            write(line);
        }
    }
}
