using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace HighLight.Notebooks.Packages;

/// <summary>Runs <c>dotnet restore</c> on a generated project.</summary>
internal static class RestoreProcess
{
    private const string ProjectName = "restore.csproj";

    // Set by a build or test that this process runs in; they would make the child use that build's MSBuild.
    private static readonly string[] Inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH"];

    /// <summary>Restores in <paramref name="folder"/> and returns what was chosen.</summary>
    /// <param name="request">What to restore.</param>
    /// <param name="folder">A folder of this restore alone.</param>
    /// <param name="report">Takes NuGet's warnings.</param>
    /// <param name="cancellation">Kills the process.</param>
    /// <exception cref="PackageRestoreException">NuGet failed.</exception>
    public static async Task<ResolvedPackages> RunAsync(RestoreRequest request, string folder, Action<string> report, CancellationToken cancellation)
    {
        string project = Path.Combine(folder, ProjectName);
        string objects = Path.Combine(folder, "obj");
        if (Directory.Exists(objects))
        {
            Directory.Delete(objects, recursive: true);
        }

        RestoreProject.Create(request).Save(project);

        // Ends the search for a global.json here: the SDK of this process is used.
        await File.WriteAllTextAsync(Path.Combine(folder, "global.json"), "{}\n", cancellation);
        var (exitCode, lines) = await StartAsync(project, folder, cancellation);
        var messages = lines.Select(line => Clean(line, project)).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
        string assets = Path.Combine(objects, "project.assets.json");
        if (exitCode != 0 || !File.Exists(assets))
        {
            var errors = messages.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
            throw new PackageRestoreException(request.Packages, errors.IsEmpty ? messages : errors, Sources(objects));
        }

        foreach (string warning in messages.Where(line => line.StartsWith("warning", StringComparison.OrdinalIgnoreCase)))
        {
            report(warning);
        }

        return AssetsFile.Read(assets);
    }

    private static async Task<(int ExitCode, IEnumerable<string> Lines)> StartAsync(string project, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(TargetPlatform.Dotnet, ["restore", project, "-v:quiet", "--nologo", "-noAutoResponse"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (string name in Inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new IOException($"'{start.FileName}' did not start.");
        process.StandardInput.Close();

        // Registered rather than awaited: a caller that ends the process right after cancelling leaves no child behind.
        await using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        string text = await output + await error;
        cancellation.ThrowIfCancellationRequested();
        return (process.ExitCode, text.Split('\n', StringSplitOptions.TrimEntries));
    }

    // "/cache/…/restore.csproj : error NU1101: … [/cache/…/restore.csproj]" becomes "error NU1101: …".
    private static string Clean(string line, string project)
    {
        string text = line.Replace($"[{project}]", "", StringComparison.Ordinal).Trim();
        return text.StartsWith(project, StringComparison.Ordinal) ? text[project.Length..].TrimStart(' ', ':') : text;
    }

    private static string[] Sources(string objects)
    {
        string file = Path.Combine(objects, ProjectName + ".nuget.dgspec.json");
        if (!File.Exists(file))
        {
            return [];
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.GetProperty("projects").EnumerateObject()
            .Select(entry => entry.Value.GetProperty("restore"))
            .Where(restore => restore.TryGetProperty("sources", out _))
            .SelectMany(restore => restore.GetProperty("sources").EnumerateObject())
            .Select(source => source.Name)
            .Distinct(StringComparer.Ordinal)];
    }
}
