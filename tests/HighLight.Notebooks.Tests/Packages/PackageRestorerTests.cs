using System.Collections.Immutable;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class PackageRestorerTests : IDisposable
{
    private readonly TinyFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Test]
    public async Task Restore_TwoAtOnceAndLaterFromTheCache_AllGetOneAnswer()
    {
        var both = await Task.WhenAll(RestoreAsync("1.0.0"), RestoreAsync("1.0.0"));
        Assert.That(both.Select(resolved => resolved.Runtime.Single()), Is.All.EqualTo(Path.Combine(_feed.Scratch["packages"], "tiny", "1.0.0", "lib", "net10.0", "Tiny.dll")));
        Assert.That(both.Select(resolved => resolved.Packages.Single().Version), Is.All.EqualTo("1.0.0"));

        DateTime written = File.GetLastWriteTimeUtc(Answer);
        Directory.Delete(_feed.Scratch["feed"], recursive: true);
        Assert.That((await RestoreAsync("1.0.0")).Runtime, Is.EqualTo(both[0].Runtime), "no process is started, or it would miss the feed");
        Assert.That(File.GetLastWriteTimeUtc(Answer), Is.EqualTo(written));
    }

    [Test]
    public async Task Restore_AnswerDamaged_IsDoneAgain()
    {
        await RestoreAsync("1.0.0");
        await File.WriteAllTextAsync(Answer, "{\"Packages\":[nu");
        Assert.That((await RestoreAsync("1.0.0")).Runtime, Is.All.Exist);
    }

    [Test]
    public async Task Restore_AnswerOfAnotherHand_IsNotFollowedOutOfThePackageFolders()
    {
        var genuine = await RestoreAsync("1.0.0");
        string planted = _feed.Scratch.Write("planted/tiny/1.0.0/lib/net10.0/Tiny.dll", "");
        await File.WriteAllTextAsync(
            Answer,
            (await File.ReadAllTextAsync(Answer)).Replace(genuine.Runtime.Single(), planted, StringComparison.Ordinal));
        Assert.That((await RestoreAsync("1.0.0")).Runtime, Is.EqualTo(genuine.Runtime));
    }

    [Test]
    public async Task Restore_FloatingVersion_IsTheNewestOfToday()
    {
        LocalFeed.Add(_feed.Scratch["feed"], "Wide", "1.1.0", "public class Wide;");
        Assert.That(await VersionsAsync(), Is.EqualTo(new[] { "1.1.0", "1.1.0" }));
        LocalFeed.Add(_feed.Scratch["feed"], "Tiny", "1.2.0", "public class Newer;");
        LocalFeed.Add(_feed.Scratch["feed"], "Wide", "1.2.0", "public class Wider;");
        LocalFeed.Add(_feed.Scratch["feed"], "Wide", "2.0.0", "public class Widest;");
        Assert.That(await VersionsAsync(), Is.EqualTo(new[] { "1.2.0", "1.2.0" }));

        async Task<IEnumerable<string>> VersionsAsync() =>
            (await RestoreAsync([new PackageRequest("Tiny", null), new PackageRequest("Wide", "1.*")])).Packages.Select(package => package.Version);
    }

    [Test]
    public async Task Restore_Cancelled_EndsTheChild()
    {
        using var source = new CancellationTokenSource();
        var restore = RestoreAsync("1.0.0", source.Token);
        await source.CancelAsync();
        Assert.That(async () => await restore, Throws.InstanceOf<OperationCanceledException>());
    }

    private string Answer => Directory.GetFiles(_feed.Scratch["cache"], "resolved.json", SearchOption.AllDirectories).Single();

    private Task<ResolvedPackages> RestoreAsync(string version, CancellationToken cancellation = default) =>
        RestoreAsync([new PackageRequest("Tiny", version)], cancellation);

    private async Task<ResolvedPackages> RestoreAsync(ImmutableArray<PackageRequest> packages, CancellationToken cancellation = default)
    {
        using var restorer = new PackageRestorer(() => RestoreCache.Open(_feed.Scratch["cache"], Assert.Fail), _ => { });
        return await restorer.RestoreAsync(new RestoreRequest(packages, [], _feed.Scratch.Folder), cancellation);
    }
}
