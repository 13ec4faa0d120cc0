
namespace HighLight.Commands.Tests.EndToEnd;

/// <summary>
/// A folder elsewhere as a user has it: nothing but the nuget.config of nuget/README.md, which names a feed with the packed
/// HighLight.Core, and a package cache of its own that was empty before.
/// </summary>
internal sealed class PackageFeed : IDisposable
{
    private const string PathInTheReadme = "/path/to/HighLightNotebooks/nuget";
    private readonly string _root = Directory.CreateTempSubdirectory("highlight-feed-").FullName;

    public PackageFeed()
    {
        Work = Directory.CreateDirectory(Path.Combine(_root, "work")).FullName;
        Cache = Directory.CreateDirectory(Path.Combine(_root, "cache")).FullName;
        Pack("feed");
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "nuget", "README.md"));
        var config = ReadmeExample.Block(readme, "example", "config");
        Assert.That(config, Does.Contain(PathInTheReadme));
        File.WriteAllText(Path.Combine(Work, "nuget.config"), config.Replace(PathInTheReadme, "../feed", StringComparison.Ordinal));
    }

    /// <summary>The user's folder.</summary>
    public string Work { get; }

    /// <summary>The package cache.</summary>
    public string Cache { get; }

    /// <summary>Packs HighLight.Core as it was built into a folder beside the user's.</summary>
    /// <returns>The folder.</returns>
    public string Pack(string name)
    {
        var feed = Path.Combine(_root, name);
        var project = Path.Combine(Repository.Root, "lib", "HighLight.Core", "HighLight.Core.csproj");
        // The package root is redirected so that packing for a test forgets nothing of the user's cache.
        var elsewhere = "-p:NuGetPackageRoot=" + Cache + "/none";
        var pack = Run("dotnet", "pack", project, "--no-build", "-c", Repository.Configuration, "-o", feed, elsewhere);
        Assert.That(pack.ExitCode, Is.Zero, pack.Output);
        return feed;
    }

    /// <summary>Runs a program in the user's folder.</summary>
    public (int ExitCode, string Output, string Errors) Run(string program, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Work,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["NUGET_PACKAGES"] = Cache;
        start.Environment["HIGHLIGHT_NOTEBOOKS_CACHE"] = Path.Combine(_root, "restore");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("SOURCE_DATE_EPOCH");
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
