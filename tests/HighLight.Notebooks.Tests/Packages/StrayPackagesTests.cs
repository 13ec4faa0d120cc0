using System.Collections.Immutable;
using System.Text.Json;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StrayPackagesTests : IDisposable
{
    private static readonly PackageSource Registry = new("registry", "https://registry.example/v3/index.json");
    private readonly Scratch _scratch = new();

    private PackageSource Own => new("own", _scratch["own"]);

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void Warning_CopyFromElsewhere_NamesPlacePackageAndFixOnce()
    {
        Unpack(Quoted("https://me:secret@else.example/index.json"));
        var named = new HashSet<string>();
        var packages = new StrayPackages(new SourceRules(Settings([Registry]), []));
        Assert.That(packages.Warning(Resolved, named), Does.Contain("A 1.0.0 came from https://else.example/index.json. If you trust")
            .And.Contain($"such as {_scratch["a"]}, and").And.Not.Contain("secret"));
        Assert.That(packages.Warning(Resolved, named), Is.Null);
    }

    [Test]
    public void Warning_CopyFromASourceThatTheMappingKeepsOut_IsGiven()
    {
        Unpack(Quoted(_scratch["own"]));
        Assert.That(Warn(Settings([Own, Registry])), Is.Null);
        Assert.That(
            Warn(Settings([Own, Registry]) with { Mapping = [new("registry", "A", "/c")] }),
            Does.Contain($"came from 'own' ({Own.Location})"));
    }

    [TestCase("https://registry.example/v3/index.json")]
    [TestCase("HTTPS://REGISTRY.example/v3/index.json")]
    public void Warning_CopyFromASource_IsNone(string origin)
    {
        Unpack(Quoted(origin));
        Assert.That(Warn(Settings([Own, Registry])), Is.Null);
    }

    [Test]
    public void Warning_FolderThatMoved_IsKnownByItsPackage()
    {
        Unpack(Quoted(_scratch["moved"]));
        string file = _scratch.Write("own/a.1.0.0.nupkg", "content");
        Assert.That(Warn(Settings([Own]), FolderFeed.Hash(file)), Is.Null);
        Assert.That(Warn(Settings([Own]), "another"), Does.Contain("A 1.0.0 came from"));
    }

    [TestCase("null")]
    [TestCase("1")]
    [TestCase("\"\"")]
    [TestCase("{")]
    public void Warning_NoRecord_IsNone(string source)
    {
        Unpack(source);
        Assert.That(Warn(Settings([Registry])), Is.Null);
    }

    [Test]
    public void Warning_ManyPackages_CountsTheRest()
    {
        Unpack(Quoted("/else"));
        var many = Resolved with { Packages = [.. Enumerable.Range(10, 12).Select(i => Resolved.Packages[0] with { Id = $"P{i}" })] };
        Assert.That(
            new StrayPackages(new SourceRules(Settings([Registry]), [])).Warning(many, new HashSet<string>()),
            Does.Contain("P19 1.0.0 and 2 more came from /else").And.Not.Contain("P20"));
    }

    private ResolvedPackages Resolved => new([new ResolvedPackage("A", "1.0.0", _scratch["a"], "hash")], [], [], []);

    private void Unpack(string source) => _scratch.Write("a/.nupkg.metadata", $$"""{ "version": 2, "source": {{source}} }""");

    private string? Warn(NuGetSettings settings, string hash = "hash") => new StrayPackages(new SourceRules(settings, []))
        .Warning(Resolved with { Packages = [Resolved.Packages[0] with { Hash = hash }] }, new HashSet<string>());

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static NuGetSettings Settings(ImmutableArray<PackageSource> sources) => new([], sources, [], [], ["/packages"]);
}
