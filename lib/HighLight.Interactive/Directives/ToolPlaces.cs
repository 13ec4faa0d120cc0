using System.Collections.Immutable;
using System.Text.Json;
using HighLight.Commands.Processes;
using HighLight.Notebooks.Packages;

namespace HighLight.Interactive.Directives;

/// <summary>Where the installed tool is looked for: other programs are called <c>highlight</c> too, so the PATH comes last.</summary>
/// <param name="Folder">The nearest tool manifest from here upwards counts most.</param>
/// <param name="GlobalTools">The folder of the user's global tools.</param>
/// <param name="SearchPath">The folders that programs are looked for in, as the variable PATH has them.</param>
internal sealed record ToolPlaces(string Folder, string GlobalTools, string SearchPath)
{
    /// <summary>What the tool is called.</summary>
    public const string Command = "highlight";

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly ImmutableArray<string> Names = OperatingSystem.IsWindows() ? [$"{Command}.exe", $"{Command}.cmd"] : [Command];

    private static readonly ImmutableArray<string> Manifests = [Path.Combine(".config", "dotnet-tools.json"), "dotnet-tools.json"];

    /// <summary>Those of this user and process.</summary>
    public static ToolPlaces For(string folder)
    {
        var home = Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") is { Length: > 0 } configured
            ? configured
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new(folder, Path.Combine(home, ".dotnet", "tools"), Environment.GetEnvironmentVariable("PATH") ?? "");
    }

    /// <summary>How the tool is started; null where there is none.</summary>
    public ChildProcess? Find() => HasManifest()
        ? new ChildProcess(DotNetMuxer.Find(), ["tool", "run", Command, "--"])
        : SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Prepend(GlobalTools)
            .SelectMany(directory => Names.Select(name => Path.Combine(directory, name)))
            .Where(IsProgram)
            .Select(program => new ChildProcess(program, []))
            .FirstOrDefault();

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Executable) != UnixFileMode.None);

    private bool HasManifest()
    {
        for (var parent = new DirectoryInfo(Folder); parent is not null; parent = parent.Parent)
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
}
