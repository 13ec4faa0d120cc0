using System.Diagnostics;
using System.Security;

namespace HighLight.Interactive.Tests.Kernel;

/// <summary>
/// A folder elsewhere as a user has it: the notebooks, the data, and a nuget.config that names a feed with our packages. Its package
/// cache holds no package of ours at first, so no older one of the same version can be taken for it; those of others are shared with the
/// cache that the tests were restored to.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private static readonly string[] Packed =
        ["Core", "Models", "Models.Runtime", "Experiments", "Experiments.Running", "Commands", "Interactive"];

    private readonly string _root = Directory.CreateTempSubdirectory("highlight-kernel-").FullName;
    private readonly string _cache;

    private Workspace()
    {
        _cache = Directory.CreateDirectory(Path.Combine(_root, "cache")).FullName;
        Notebooks = Path.Combine(_root, "work", "notebooks");
    }

    /// <summary>The folder of the notebooks, for more of them.</summary>
    public string Notebooks { get; }

    /// <summary>The folder of the package feed.</summary>
    public string Feed => Path.Combine(_root, "feed");

    public static async Task<Workspace> CreateAsync()
    {
        var workspace = new Workspace();
        Copy(Path.Combine(Repository.Root, "notebooks"), workspace.Notebooks);
        Copy(Path.Combine(Repository.Root, "data"), Path.Combine(workspace._root, "work", "data"));
        Copy(Path.Combine(AppContext.BaseDirectory, "Notebooks"), workspace.Notebooks);
        await File.WriteAllTextAsync(Path.Combine(workspace._root, "work", "nuget.config"), """
            <configuration>
              <packageSources>
                <add key="feed" value="../feed" />
              </packageSources>
            </configuration>
            """);
        workspace.ShareCache();
        await workspace.PackAsync();
        return workspace;
    }

    /// <summary>Runs a notebook in the kernel, in a process of its own.</summary>
    /// <returns>How the process ended, and the file with the outputs.</returns>
    public async Task<(ChildRun Run, string Output)> RunAsync(string notebook)
    {
        var output = Path.Combine(_root, notebook);
        return (await RunAsync(Program("tests", "HighLight.Interactive.KernelHost"), Path.Combine(Notebooks, notebook), output), output);
    }

    /// <summary>Runs a notebook in our own engine, past failing cells.</summary>
    /// <returns>How the process ended, and the file with the outputs.</returns>
    public async Task<(ChildRun Run, string Output)> RunInEngineAsync(string notebook)
    {
        var output = Path.Combine(_root, "engine-" + notebook);
        var host = Program("lib", "HighLight.Notebooks.Host");
        return (await RunAsync(host, "run", Path.Combine(Notebooks, notebook), "--output", output, "--allow-errors"), output);
    }

    public void Dispose()
    {
        // The links first: a recursive delete must not follow them.
        foreach (var link in new DirectoryInfo(_cache).EnumerateDirectories().Where(folder => folder.LinkTarget is not null).ToArray())
        {
            link.Delete();
        }

        Directory.Delete(_root, recursive: true);
    }

    private static string Program(string folder, string project) =>
        Path.Combine(Repository.Root, folder, project, "bin", Repository.Configuration, "net10.0", project + ".dll");

    private Task<ChildRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Notebooks };
        start.Environment["NUGET_PACKAGES"] = _cache;
        start.Environment["HIGHLIGHT_NOTEBOOKS_CACHE"] = Path.Combine(_root, "restore");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_TieredPGO"] = "0"; // a short run is over before what it costs pays off
        start.Environment.Remove("HIGHLIGHT_DATA");
        return ChildRun.Of(start, Limit);
    }

    /// <summary>Links to the packages of others, where the system lets a user make links; elsewhere they are restored again.</summary>
    private void ShareCache()
    {
        try
        {
            foreach (var package in new DirectoryInfo(GlobalPackages()).EnumerateDirectories()
                .Where(folder => !folder.Name.StartsWith("highlight.", StringComparison.OrdinalIgnoreCase)))
            {
                Directory.CreateSymbolicLink(Path.Combine(_cache, package.Name), package.FullName);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TestContext.Progress.WriteLine($"The package cache is not shared: {exception.Message}");
        }
    }

    private static string GlobalPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Packs what the build has made, all in one process.</summary>
    private async Task PackAsync()
    {
        var projects = string.Join(';', Packed
            .Select(name => $"HighLight.{name}")
            .Select(name => Path.Combine(Repository.Root, "lib", name, name + ".csproj")));
        // The package root is redirected so that packing for a test forgets nothing of the user's cache.
        var properties = "NoBuild=true;IncludeSymbols=false" +
            $";Configuration={Repository.Configuration};PackageOutputPath={Feed};NuGetPackageRoot={_cache}/";
        var script = Path.Combine(_root, "pack.proj");
        await File.WriteAllTextAsync(script, $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{SecurityElement.Escape(projects)}" Targets="Pack" Properties="{SecurityElement.Escape(properties)}" />
              </Target>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet", ["msbuild", script, "-t:Pack", "-nologo", "-v:q", "-nodeReuse:false"]);
        var run = await ChildRun.Of(start, Limit);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
