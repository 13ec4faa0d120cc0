using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>
/// A notebook's folder with a feed of its own and a stranger's, in which a package of the same identity and version lies, and a packages
/// folder that starts empty. The name of the type in a package tells whose it is.
/// </summary>
internal sealed class StrangersFeed : IDisposable
{
    public const string Id = "HighLight.Core";
    public const string Rule = """
        <notebookSourceMapping><packageSource key="own"><package pattern="HighLight.*" /></packageSource></notebookSourceMapping>
        """;

    private const string Both = """<add key="own" value="own" /><add key="a stranger's" value="stranger" />""";
    private const string Version = "0.1.0";

    public StrangersFeed()
    {
        Directory.CreateDirectory(Own);
        LocalFeed.Add(Stranger, Id, Version, "public class Strange;", ("lib/net10.0/strange.txt", ""));
        Configure(Rule);
    }

    public Scratch Scratch { get; } = new();

    public List<string> Reports { get; } = [];

    public string Own => Scratch["own"];

    public string Stranger => Scratch["stranger"];

    public void Dispose() => Scratch.Dispose();

    public void Configure(string more, string sources = Both) => Scratch.Write("nuget.config", $"""
        <configuration>
          <packageSources><clear />{sources}</packageSources>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          {more}
        </configuration>
        """);

    public void Pack(string content = "") => LocalFeed.Add(Own, Id, Version, "public class Genuine;", ("lib/net10.0/genuine.txt", content));

    /// <summary>Restores, after which NuGet's copy of a package stays where it is.</summary>
    /// <returns>"genuine" or "strange", and the content of that file.</returns>
    public async Task<string> RestoreAsync(params PackageRequest[] more)
    {
        var resolved = await RestoreOnlyAsync([new PackageRequest(Id, Version), .. more]);
        string library = resolved.Runtime.Single(file => Path.GetFileName(file) == Id + ".dll");
        string file = Directory.GetFiles(Path.GetDirectoryName(library)!, "*.txt").Single();
        return Path.GetFileNameWithoutExtension(file) + await File.ReadAllTextAsync(file);
    }

    /// <summary>Restores these packages alone.</summary>
    public async Task<ResolvedPackages> RestoreOnlyAsync(params PackageRequest[] packages)
    {
        using var restorer = new PackageRestorer(() => RestoreCache.Open(Scratch["cache"], Assert.Fail), Reports.Add);
        return await restorer.RestoreAsync(new RestoreRequest([.. packages], [], Scratch.Folder), default);
    }

    /// <summary>As on a machine that never restored anything.</summary>
    public void ForgetCaches()
    {
        Directory.Delete(Scratch["packages"], recursive: true);
        Directory.Delete(Scratch["cache"], recursive: true);
    }
}
