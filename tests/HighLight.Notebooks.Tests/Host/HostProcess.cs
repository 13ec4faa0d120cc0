using System.Diagnostics;
using System.Text.Json;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>The host as its parent process sees it.</summary>
internal sealed record HostProcess(int ExitCode, IReadOnlyList<JsonElement> Events, string Error)
{
    /// <summary>The output folder of the host's own project, in the configuration of this build.</summary>
    public static string OutputFolder
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            string root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(root, "lib", "HighLight.Notebooks.Host", "bin", output.Parent.Name, output.Name);
        }
    }

    public IEnumerable<string> Names => Events.Select(item => item.GetProperty("event").GetString()!);

    public JsonElement Event(string name) => Events.First(item => item.GetProperty("event").ValueEquals(name));

    public static async Task<HostProcess> RunAsync(Scratch scratch, params string[] arguments)
    {
        using var process = Start(scratch, arguments);
        return await FinishAsync(process);
    }

    public static Process Start(Scratch scratch, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(OutputFolder, "HighLight.Notebooks.Host.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = scratch.Folder,
        };
        start.Environment["HIGHLIGHT_NOTEBOOKS_CACHE"] = scratch["cache"];
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end; a host that hangs is killed, so that its test fails instead of hanging too.</summary>
    public static async Task<HostProcess> FinishAsync(Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var killing = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var events = output.Split('\n').Where(line => line.StartsWith("{\"event\":", StringComparison.Ordinal)).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToArray();
        return new HostProcess(process.ExitCode, events, await error);
    }
}
