using HighLight.Commands.Reproduction;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Reproduction;

public sealed class RepositoryRootTests
{
    [Test]
    public void Above_FolderInside_FindsTheNearestRoot()
    {
        using var world = new FakeWorld();
        world.Write(RepositoryRoot.Marker);
        world.Write("inner/" + RepositoryRoot.Marker);
        Assert.That(RepositoryRoot.Above(world.PathOf("a/b/c"))!.Folder, Is.EqualTo(world.Folder));
        Assert.That(RepositoryRoot.Above(world.PathOf("inner/x"))!.Folder, Is.EqualTo(world.PathOf("inner")));
        Assert.That(RepositoryRoot.Above(world.Folder)!.Folder, Is.EqualTo(world.Folder));
    }

    [Test]
    public void Above_SeveralFolders_AreTriedInOrder()
    {
        using var world = new FakeWorld();
        world.Write("one/" + RepositoryRoot.Marker);
        world.Write("two/" + RepositoryRoot.Marker);
        Assert.That(RepositoryRoot.Above(world.PathOf("none"), world.PathOf("two/x"), world.PathOf("one"))!.Folder, Is.EqualTo(world.PathOf("two")));
    }

    [Test]
    public void Above_FolderOutside_FindsNone()
    {
        using var world = new FakeWorld();
        Assert.That(RepositoryRoot.Above(world.Folder), Is.Null);
        Assert.That(RepositoryRoot.At(world.Folder), Is.Null);
    }
}
