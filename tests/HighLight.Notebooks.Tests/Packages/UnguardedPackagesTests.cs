using System.Collections.Immutable;
using System.Text.Json;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class UnguardedPackagesTests : IDisposable
{
    private static readonly PackageSource Registry = new("registry", "https://registry.example");
    private readonly Scratch _scratch = new();

    private PackageSource Own => new("own", _scratch["own"]);

    private PackageSource Other => new("other", _scratch["other"]);

    public UnguardedPackagesTests() => _scratch.Write("own/HighLight.Core.0.1.0.nupkg", "");

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void Warning_FolderAndRegistry_NamesBothAndTheFixOnce()
    {
        var named = new HashSet<string>();
        var packages = new UnguardedPackages(new SourceRules(Settings([Own, Registry]), []), Asked("HighLight.Core"));
        Assert.That(packages.Warning(Resolved("HighLight.Core", "Public"), named), Does.StartWith(
            "Nothing guards where HighLight.Core comes from: NuGet did not record where HighLight.Core 0.1.0 came from. "
            + $"'own' ({Own.Location}) and 'registry' (https://registry.example/) may each deliver a package of this name")
            .And.Contain("<packageSourceMapping>").And.Contain("<package pattern=\"HighLight.Core\" />"));
        Assert.That(packages.Warning(Resolved("HighLight.Core", "Public"), named), Is.Null);
    }

    [Test]
    public void Warning_SourceThatACellAdded_CountsToo()
    {
        Assert.That(Warn([Registry], _scratch["own"]), Does.Contain("Nothing guards"));
        Assert.That(
            Warn([Own], "https://me:secret@added.example?key=1"), Does.Contain("and https://added.example/ may").And.Not.Contain("secret"));
    }

    [Test]
    public void Warning_NoFolderHoldsIt_IsTheDangerousCase()
    {
        Assert.That(Warn([Other, Registry]), Does.StartWith("Nothing guards where HighLight.Core comes from"), "an empty folder");
        Assert.That(Warn([Registry, new PackageSource("second", "https://second.example")]), Does.StartWith("Nothing guards"), "no folder");
        Assert.That(Warn([Own, Other]), Does.StartWith("Nothing guards"), "the other folder is to have it tomorrow");
    }

    [Test]
    public void Warning_PackageThatAnotherNeeds_IsNamedWhereAFolderHoldsIt()
    {
        Assert.That(Warn(new UnguardedPackages(new SourceRules(Settings([Own, Registry]), []), [])), Does.Contain("HighLight.Core"));
        Assert.That(Warn(new UnguardedPackages(new SourceRules(Settings([Other, Registry]), []), [])), Is.Null);
    }

    [Test]
    public void Warning_Origin_IsNamedAsTheSourceIs()
    {
        _scratch.Write("p/.nupkg.metadata", $$"""{ "version": 2, "source": {{JsonSerializer.Serialize(Own.Location + "/")}} }""");
        Assert.That(Warn([Own, Registry]), Does.Contain($"HighLight.Core 0.1.0 came from 'own' ({Own.Location})."));
        Assert.That(Warn([Other, Registry]), Does.Contain($"HighLight.Core 0.1.0 came from {Own.Location}"));
    }

    [Test]
    public void Warning_OneSource_IsNone()
    {
        Assert.That(Warn([Registry]), Is.Null, "one registry");
        Assert.That(
            Warn([Registry, Registry with { Name = "again", Location = "HTTPS://Registry.example/" }]), Is.Null, "one registry twice");
        Assert.That(Warn([Own]), Is.Null, "one folder");
        Assert.That(Warn([Own, Own with { Name = "again", Location = Own.Location + "/" }]), Is.Null, "one folder twice");
    }

    [Test]
    public void Warning_RuleForThePackage_IsNone()
    {
        var rule = new SourcePattern("own", "HighLight.*", "/c");
        var all = new SourcePattern("registry", "*", "/c");
        Assert.That(Warn(Settings([Own, Registry]) with { Reserved = [rule] }), Is.Null);
        Assert.That(Warn(Settings([Own, Registry]) with { Mapping = [rule, all] }), Is.Null);
        Assert.That(Warn(Settings([Own, Registry]) with { Mapping = [all] }), Is.Null, "all from one source");
    }

    [Test]
    public void Warning_RuleThatLeavesSeveralSources_GuardsNothing()
    {
        var low = new SourcePattern("own", "Low.*", "/c");
        var all = new SourcePattern("registry", "*", "/c");
        Assert.That(Warn(Settings([Own, Registry]) with { Reserved = [low] }), Is.Null, "the registry alone is left");
        Assert.That(Warn(Settings([Own, Other, Registry]) with { Reserved = [low] }), Does.Contain("'other'").And.Not.Contain("'own'"));
        Assert.That(
            Warn(Settings([Own, Registry]) with { Mapping = [all, all with { Source = "own" }] }), Does.StartWith("Nothing guards"));
    }

    private string? Warn(ImmutableArray<PackageSource> sources, params string[] added) =>
        Warn(new UnguardedPackages(new SourceRules(Settings(sources), [.. added]), Asked("highlight.core")));

    private string? Warn(NuGetSettings settings) => Warn(new UnguardedPackages(new SourceRules(settings, []), Asked("HighLight.Core")));

    private string? Warn(UnguardedPackages packages) => packages.Warning(Resolved("HighLight.Core"), new HashSet<string>());

    private static ImmutableArray<PackageRequest> Asked(string id) => [new PackageRequest(id, null)];

    private static NuGetSettings Settings(ImmutableArray<PackageSource> sources) => new([], sources, [], [], ["/packages"]);

    private ResolvedPackages Resolved(params string[] ids) =>
        new([.. ids.Select(id => new ResolvedPackage(id, "0.1.0", _scratch["p"], ""))], [], [], []);
}
