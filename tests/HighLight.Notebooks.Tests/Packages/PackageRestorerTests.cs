using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class PackageRestorerTests : IDisposable
{
    private readonly TinyFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Test]
    public async Task Restore_TwoAtOnce_BothGetTheSameAnswer()
    {
        var both = await Task.WhenAll(RestoreAsync("1.0.0"), RestoreAsync("1.0.0"));
        Assert.That(both.Select(resolved => resolved.Runtime.Single()), Is.All.EqualTo(Path.Combine(_feed.Scratch["packages"], "tiny", "1.0.0", "lib", "net10.0", "Tiny.dll")));
        Assert.That(both.Select(resolved => resolved.Packages.Single().Version), Is.All.EqualTo("1.0.0"));
    }

    [Test]
    public async Task Restore_FromTheCache_StartsNoProcess()
    {
        var first = await RestoreAsync("1.0.0");
        DateTime written = File.GetLastWriteTimeUtc(Answer);
        Directory.Delete(_feed.Scratch["feed"], recursive: true);
        var second = await RestoreAsync("1.0.0");
        Assert.That(second.Runtime, Is.EqualTo(first.Runtime));
        Assert.That(File.GetLastWriteTimeUtc(Answer), Is.EqualTo(written));
    }

    [Test]
    public async Task Restore_FilesGoneOrAnswerDamaged_IsDoneAgain()
    {
        await RestoreAsync("1.0.0");
        Directory.Delete(_feed.Scratch["packages"], recursive: true);
        Assert.That((await RestoreAsync("1.0.0")).Runtime, Is.All.Exist);
        await File.WriteAllTextAsync(Answer, "{\"Packages\":[nu");
        Assert.That((await RestoreAsync("1.0.0")).Runtime, Is.All.Exist);
    }

    [TestCase("1.*")]
    [TestCase(null)]
    public async Task Restore_FloatingVersion_IsTheNewestOfToday(string? version)
    {
        Assert.That((await RestoreAsync(version)).Packages.Single().Version, Is.EqualTo("1.1.0"));
        LocalFeed.Add(_feed.Scratch["feed"], "Tiny", "1.2.0", "public class Newer;");
        Assert.That((await RestoreAsync(version)).Packages.Single().Version, Is.EqualTo("1.2.0"));
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

    private Task<ResolvedPackages> RestoreAsync(string? version, CancellationToken cancellation = default) =>
        new PackageRestorer(_feed.Scratch["cache"], _ => { }).RestoreAsync(new RestoreRequest([new PackageRequest("Tiny", version)], [], _feed.Scratch.Folder), cancellation);
}
