using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using HighLight.Commands;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

namespace HighLight.Interactive.Directives;

/// <summary>The tool as the user installed it. It carries the notebook host, which a package for notebooks does not.</summary>
internal static class InstalledTool
{
    private const string Command = "highlight";

    private static readonly string[] Hosted = ["run", "convert", "reproduce"];

    private static ImmutableArray<string> Manifests { get; } = [Path.Combine(".config", "dotnet-tools.json"), "dotnet-tools.json"];

    /// <summary>Whether a command line is for the installed tool: its verb starts notebook hosts.</summary>
    public static bool Runs(string[] words) =>
        words is [var verb, ..] && Hosted.Contains(verb, StringComparer.Ordinal) && !words.Any(IsHelp);

    /// <summary>Runs a command line with it.</summary>
    /// <param name="words">The arguments, verb first.</param>
    /// <param name="folder">What relative paths start from.</param>
    /// <param name="path">The folders that programs are looked for in, as the variable PATH has them.</param>
    /// <param name="console">Receives the text of the tool, line by line as it comes.</param>
    /// <param name="termination">The user's wish to stop.</param>
    /// <returns>What went wrong; null if nothing did.</returns>
    public static async Task<string?> RunAsync(string[] words, string folder, string path, TextWriter console, Termination termination)
    {
        if (Find(folder, path) is not { } tool)
        {
            return $"'{Command} {words[0]}' runs notebooks in processes of their own, which takes the installed tool. There is none on the PATH, " +
                $"and no tool manifest from {folder} upwards names it. Install it with 'dotnet tool install --global HighLight.Cli " +
                "--add-source FOLDER' (the folder of the packages), or run the command outside of the notebook.";
        }

        var errors = new StringBuilder();
        var child = tool with { Arguments = [.. tool.Arguments, .. words], WorkingDirectory = folder };
        try
        {
            var code = await child.RunAsync(
                stream => CopyLinesAsync(stream, console.WriteLine),
                stream => CopyLinesAsync(stream, line => errors.Append(line).Append('\n')),
                termination);
            var messages = errors.ToString().TrimEnd();
            if (code == ExitCode.Success)
            {
                await console.WriteAsync(messages.Length > 0 ? messages + "\n" : "");
                return null;
            }

            return messages.Length > 0 ? messages : Invariant($"{Command} {words[0]} ended with exit code {code}.");
        }
        catch (Win32Exception exception)
        {
            return $"{tool.Program} cannot be started: {exception.Message}";
        }
    }

    /// <summary>How the tool is started: what the PATH has, else what the nearest tool manifest has; null where there is none.</summary>
    public static ChildProcess? Find(string folder, string path)
    {
        var names = OperatingSystem.IsWindows() ? ImmutableArray.Create($"{Command}.exe", $"{Command}.cmd") : [Command];
        var found = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => names.Select(name => Path.Combine(directory, name)))
            .FirstOrDefault(File.Exists);
        return found is not null ? new ChildProcess(found, [])
            : HasManifest(folder) ? new ChildProcess(DotNetMuxer.Find(), ["tool", "run", Command, "--"])
            : null;
    }

    private static bool HasManifest(string folder)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (Manifests.Select(name => Path.Combine(parent.FullName, name)).Any(NamesTheTool))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesTheTool(string manifest)
    {
        try
        {
            if (!File.Exists(manifest))
            {
                return false;
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            return json.RootElement.GetProperty("tools").EnumerateObject()
                .SelectMany(tool => tool.Value.GetProperty("commands").EnumerateArray())
                .Any(command => string.Equals(command.GetString(), Command, StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception
            is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false; // not a manifest that dotnet would read
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
