using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>
/// A stranger's package of the same identity and version never takes the place of the one that the notebook's own feed holds, or should
/// hold.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class GuardedRestoreTests : IDisposable
{
    private readonly StrangersFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Test]
    public async Task Restore_OwnFeedEmpty_IsRefusedWithTheFix()
    {
        var exception = Assert.ThrowsAsync<PackageRestoreException>(async () => await _feed.RestoreAsync());
        Assert.That(exception!.Message, Does.Contain("NU1101").And.Contain("'HighLight.*' comes from the source 'own' alone"));
        Assert.That(exception.Message, Does.Contain($"{_feed.Own}, which holds no HighLight.Core. Pack it first"));
        Assert.That(exception.Message, Does.Contain(_feed.Scratch["nuget.config"]));
        Assert.That(Directory.Exists(_feed.Scratch["packages/highlight.core"]), Is.False);

        _feed.Pack();
        Assert.That(await _feed.RestoreAsync(), Is.EqualTo("genuine"));
    }

    [Test]
    public async Task Restore_OwnFeedFull_TakesItsPackageEachTime()
    {
        _feed.Pack();
        for (int i = 0; i < 3; i++)
        {
            Assert.That(await _feed.RestoreAsync(), Is.EqualTo("genuine"));
            _feed.ForgetCaches();
        }

        Assert.That(_feed.Reports, Is.Empty);
    }

    [Test]
    public async Task Restore_CopyFromElsewhereInThePackagesFolder_IsReplacedOrRefused()
    {
        _feed.Configure("");
        Assert.That(await _feed.RestoreAsync(), Is.EqualTo("strange"));
        Assert.That(_feed.Reports, Has.Count.EqualTo(1).And.One.Contain(
            $"Nothing guards where HighLight.Core comes from: HighLight.Core 0.1.0 came from 'a stranger's' ({_feed.Stranger})."));

        _feed.Pack();
        _feed.Configure("", "<add key=\"own\" value=\"own\" />");
        Assert.That(await _feed.RestoreAsync(), Is.EqualTo("strange"), "NuGet asks nobody");
        Assert.That(_feed.Reports, Has.Count.EqualTo(2).And.One.Contain($"HighLight.Core 0.1.0 came from {_feed.Stranger}. If you trust"));

        _feed.Configure(StrangersFeed.Rule);
        Assert.That(await _feed.RestoreAsync(), Is.EqualTo("genuine"));

        _feed.Pack("packed again");
        Assert.That(await _feed.RestoreAsync(), Is.EqualTo("genuinepacked again"));

        File.Delete(Path.Combine(_feed.Own, "HighLight.Core.0.1.0.nupkg"));
        var exception = Assert.ThrowsAsync<PackageRestoreException>(async () => await _feed.RestoreAsync());
        Assert.That(exception!.Message, Does.Contain($"HighLight.Core 0.1.0 must come from {_feed.Own}").And.Contain("does not hold it"));
        Assert.That(exception.Message, Does.Contain(_feed.Scratch["packages/highlight.core/0.1.0"]).And.Contain("Pack it first"));
    }

    [Test]
    public async Task Restore_UsersOwnMapping_StaysAndIsAddedTo()
    {
        _feed.Pack();
        LocalFeed.Add(_feed.Stranger, "Public.Thing", "1.0.0", "public class Thing;");
        _feed.Configure("""
            <packageSourceMapping><packageSource key="a stranger's"><package pattern="*" /></packageSource></packageSourceMapping>
            <notebookSourceMapping><packageSource key="own"><package pattern="HighLight.*" /></packageSource></notebookSourceMapping>
            """);
        Assert.That(await _feed.RestoreAsync(new PackageRequest("Public.Thing", "1.0.0")), Is.EqualTo("genuine"));

        _feed.Configure("""
            <packageSourceMapping><packageSource key="a stranger's"><package pattern="Other.*" /></packageSource></packageSourceMapping>
            """);
        _feed.ForgetCaches();
        Assert.That(async () => await _feed.RestoreAsync(), Throws.TypeOf<PackageRestoreException>().With.Message.Contains("NU1100"));
    }

    [TestCase("HighLight.*")]
    [TestCase("HighLight.Core")]
    [TestCase("HighLight.C*")]
    public void Restore_UsersMappingNamesAnotherSource_IsRefusedAndNothingFetched(string pattern)
    {
        _feed.Pack();
        _feed.Configure($"""
            {StrangersFeed.Rule}
            <packageSourceMapping><packageSource key="a stranger's"><package pattern="{pattern}" /></packageSource></packageSourceMapping>
            """);
        var exception = Assert.ThrowsAsync<PackageRestoreException>(async () => await _feed.RestoreAsync());
        string file = _feed.Scratch["nuget.config"];
        Assert.That(
            exception!.Message, Does.Contain($"'HighLight.*' is reserved for the source 'own' (<notebookSourceMapping> in {file})"));
        Assert.That(
            exception.Message, Does.Contain($"'{pattern}' is given to the source 'a stranger's' (<packageSourceMapping> in {file})"));
        Assert.That(Directory.Exists(_feed.Scratch["packages"]), Is.False);
    }

    [Test]
    public void Restore_UsersMappingOfAPackageThatAnotherNeeds_IsRefusedToo()
    {
        LocalFeed.Add(_feed.Own, "HighLight.All", "0.1.0", ["HighLight.Core"]);
        _feed.Configure($"""
            {StrangersFeed.Rule}
            <packageSourceMapping>
              <packageSource key="a stranger's"><package pattern="HighLight.Core" /></packageSource>
            </packageSourceMapping>
            """);
        var exception = Assert.ThrowsAsync<PackageRestoreException>(
            async () => await _feed.RestoreOnlyAsync(new PackageRequest("HighLight.All", "0.1.0")));
        Assert.That(exception!.Message, Does.Contain("HighLight.Core: 'HighLight.*' is reserved for the source 'own'"));
    }
}
