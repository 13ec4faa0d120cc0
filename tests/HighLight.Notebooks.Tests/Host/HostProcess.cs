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

    /// <summary>Starts a host with this process as its supervisor.</summary>
    public static async Task<Process> StartSupervisedAsync(Scratch scratch, string order, params string[] arguments)
    {
        var process = Start(scratch, [.. arguments, "--supervised"]);
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
        return process;
    }

    /// <summary>Waits for a file that a cell writes, so that what follows happens while the cell runs.</summary>
    public static async Task ForAsync(string file, Process process)
    {
        while (!File.Exists(file) && !process.HasExited)
        {
            await Task.Delay(20);
        }
    }

    public static Process Start(Scratch scratch, params string[] arguments) => Start(scratch, variable: null, arguments);

    /// <summary>Starts a host with a variable in its environment.</summary>
    public static Process Start(Scratch scratch, (string Name, string Value)? variable, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(OutputFolder, "HighLight.Notebooks.Host.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = scratch.Folder,
        };
        start.Environment["HIGHLIGHT_NOTEBOOKS_CACHE"] = scratch["cache"];
        if (variable is { } set)
        {
            start.Environment[set.Name] = set.Value;
        }

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
        var events = output.Split('\n').Where(line => line.StartsWith("{\"event\":", StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToArray();
        return new HostProcess(process.ExitCode, events, await error);
    }
}
