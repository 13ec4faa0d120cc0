using System.Diagnostics;
using System.Xml.Linq;

namespace HighLight.Notebooks.Packages;

/// <summary>Runs <c>dotnet restore</c> on a generated project.</summary>
internal static class RestoreProcess
{
    private const string ProjectName = "restore.csproj";
    private const string ConfigName = "mapping.config";

    // Set by a build or test that this process runs in; they would make the child use that build's MSBuild.
    private static readonly string[] Inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH"];

    /// <summary>Restores in <paramref name="folder"/>.</summary>
    /// <param name="request">What to restore.</param>
    /// <param name="mapping">A configuration file that counts more than all others; null for none.</param>
    /// <param name="folder">A folder of this restore alone.</param>
    /// <param name="cancellation">Kills the process.</param>
    /// <exception cref="PackageRestoreException">NuGet did not read <paramref name="mapping"/>.</exception>
    public static async Task<RestoreOutcome> RunAsync(
        RestoreRequest request,
        XDocument? mapping,
        string folder,
        CancellationToken cancellation)
    {
        string project = Path.Combine(folder, ProjectName);
        string objects = Path.Combine(folder, "obj");
        string config = Path.Combine(folder, ConfigName);
        if (Directory.Exists(objects))
        {
            Directory.Delete(objects, recursive: true);
        }

        RestoreProject.Create(request, mapping is null ? null : ConfigName).Save(project);
        mapping?.Save(config);

        // Ends the search for a global.json here: the SDK of this process is used.
        await File.WriteAllTextAsync(Path.Combine(folder, "global.json"), "{}\n", cancellation);
        var (exitCode, lines) = await StartAsync(project, folder, cancellation);
        var messages = lines.Select(line => Clean(line, project)).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal);
        var graph = RestoreGraph.Read(Path.Combine(objects, ProjectName + ".nuget.dgspec.json"));
        string assets = Path.Combine(objects, "project.assets.json");
        bool restored = exitCode == 0 && File.Exists(assets);
        if (mapping is not null && restored && !graph.ConfigFiles.Contains(config, StringComparer.Ordinal))
        {
            const string Problem = "The .NET SDK did not apply the package source mapping, so anybody could have delivered the packages.";
            throw new PackageRestoreException(request.Packages, [Problem], graph.Sources);
        }

        return new RestoreOutcome(
            restored ? AssetsFile.Read(assets) : null,
            [.. messages],
            graph.Sources,
            [.. graph.ConfigFiles.Where(file => file != config)]);
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
}
