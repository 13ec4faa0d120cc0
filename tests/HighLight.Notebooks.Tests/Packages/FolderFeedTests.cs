using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FolderFeedTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TestCase("A.B.1.0.0.nupkg", "1.0.0")]
    [TestCase("a.b.1.0.0.nupkg", "1.0.0")]
    [TestCase("A.B/A.B.1.0.0.nupkg", "1.0.0")]
    [TestCase("A.B.1.0.0/A.B.1.0.0.nupkg", "1.0.0")]
    [TestCase("a.b/1.0.0/a.b.1.0.0.nupkg", "1.0.0")]
    [TestCase("A.B.1.0.nupkg", "1.0.0")]
    [TestCase("A.B.1.0.0.0.nupkg", "1.0.0")]
    [TestCase("A.B.1.0.0.4.nupkg", "1.0.0.4")]
    [TestCase("A.B.01.0.00-Beta.1.nupkg", "1.0.0-beta.1")]
    public void Find_VersionInTheFolder_IsFound(string file, string version)
    {
        string path = _scratch.Write(file, "");
        var feed = new FolderFeed(_scratch.Folder);
        Assert.That(feed.Find("A.B", version), Is.EqualTo(path));
        Assert.That(feed.Find("A.B", version + "1"), Is.Null);
        Assert.That(feed.Holds("A.B"), Is.True);
    }

    [TestCase("A.B.C.1.0.0.nupkg")]
    [TestCase("A.B.1.0.0.snupkg")]
    [TestCase("A.B.1.0.0.symbols.nupkg")]
    [TestCase("A.1.0.0.nupkg")]
    public void Holds_OtherFiles_IsFalse(string file)
    {
        _scratch.Write(file, "");
        Assert.That(new FolderFeed(_scratch.Folder).Holds("A.B"), Is.False);
    }

    [Test]
    public void Holds_MissingFolder_IsFalse() => Assert.That(new FolderFeed(_scratch["none"]).Holds("A"), Is.False);

    [Test]
    public void Hash_File_IsThatWhichNuGetRecords() => Assert.That(
        FolderFeed.Hash(_scratch.Write("f", "abc")),
        Is.EqualTo("3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="));
}
