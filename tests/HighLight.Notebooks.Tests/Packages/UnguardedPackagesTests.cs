using System.Collections.Immutable;
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
        var packages = new UnguardedPackages(Settings([Own, Registry]), []);
        Assert.That(packages.Warning(Resolved("HighLight.Core", "Public"), named), Does.StartWith(
            $"Nothing guards where HighLight.Core comes from: {Own.Location} has it, but registry may deliver")
            .And.Contain("<packageSourceMapping>"));
        Assert.That(packages.Warning(Resolved("HighLight.Core", "Public"), named), Is.Null);
    }

    [Test]
    public void Warning_SourceThatACellAdded_CountsToo()
    {
        Assert.That(Warn([Registry], _scratch["own"]), Does.Contain("Nothing guards"));
        Assert.That(Warn([Own], "https://added.example"), Does.Contain("https://added.example may deliver"));
    }

    [Test]
    public void Warning_TwoFoldersThatHoldIt_NamesBoth()
    {
        _scratch.Write("other/highlight.core.0.1.0.nupkg", "");
        Assert.That(Warn([Own, Other]), Does.Contain($"{Other.Location}, {Own.Location} has it, but NuGet takes whichever answers first"));
    }

    [Test]
    public void Warning_OrdinarySetups_IsNone()
    {
        Assert.That(Warn([Registry]), Is.Null, "one registry");
        Assert.That(Warn([Registry, new PackageSource("second", "https://second.example")]), Is.Null, "two registries");
        Assert.That(Warn([Own]), Is.Null, "one folder");
        Assert.That(Warn([Own, Own]), Is.Null, "one folder twice");
        Assert.That(Warn([Own, Other]), Is.Null, "the other folder has no such package");
    }

    [Test]
    public void Warning_RuleForThePackage_IsNone()
    {
        var rule = new SourcePattern("own", "HighLight.*", "/c");
        var all = new SourcePattern("registry", "*", "/c");
        Assert.That(Warn(Settings([Own, Registry]) with { Reserved = [rule] }), Is.Null);
        Assert.That(Warn(Settings([Own, Registry]) with { Mapping = [all] }), Is.Null);
        Assert.That(Warn(Settings([Own, Registry]) with { Reserved = [rule with { Pattern = "Low.*" }] }), Is.Not.Null);
    }

    private static string? Warn(ImmutableArray<PackageSource> sources, params string[] added) => Warn(Settings(sources), added);

    private static string? Warn(NuGetSettings settings, params string[] added) =>
        new UnguardedPackages(settings, [.. added]).Warning(Resolved("HighLight.Core"), new HashSet<string>());

    private static NuGetSettings Settings(ImmutableArray<PackageSource> sources) => new([], sources, [], [], ["/packages"]);

    private static ResolvedPackages Resolved(params string[] ids) =>
        new([.. ids.Select(id => new ResolvedPackage(id, "0.1.0", "/p", ""))], [], [], []);
}
