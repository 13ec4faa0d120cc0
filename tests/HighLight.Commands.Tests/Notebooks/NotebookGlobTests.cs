using HighLight.Commands.Notebooks;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Notebooks;

public sealed class NotebookGlobTests
{
    [TestCase("*.ipynb", "B.ipynb a.ipynb a1.ipynb")]
    [TestCase("*", "B.ipynb a.ipynb a1.ipynb")]
    [TestCase("a?.ipynb", "a1.ipynb")]
    [TestCase("*/c.ipynb", "x/c.ipynb")]
    [TestCase("x/*.ipynb", "x/c.ipynb")]
    [TestCase("**/c.ipynb", "x/c.ipynb x/y/c.ipynb")]
    [TestCase("**", "B.ipynb a.ipynb a1.ipynb x/c.ipynb x/y/c.ipynb")]
    [TestCase("x/**/*.ipynb", "x/c.ipynb x/y/c.ipynb")]
    [TestCase("**/**/c.ipynb", "x/c.ipynb x/y/c.ipynb")]
    [TestCase("./x/../a.ip*", "a.ipynb")]
    [TestCase(".hidden/*", ".hidden/h.ipynb")]
    [TestCase(".*", ".dot.ipynb")]
    [TestCase("none*", "")]
    [TestCase("no/such/*.ipynb", "")]
    public void Expand_Pattern_FindsNotebooksInOrdinalOrder(string pattern, string expected)
    {
        using var world = new FakeWorld();
        foreach (var file in "a.ipynb a1.ipynb B.ipynb read.me x/c.ipynb x/y/c.ipynb x/y/d.txt .hidden/h.ipynb .hidden/c.ipynb .dot.ipynb".Split(' '))
        {
            world.Write(file.Replace(".hidden/c.ipynb", ".hidden/q.txt", StringComparison.Ordinal));
        }

        var found = NotebookGlob.Expand(pattern, world.Folder).Select(path => Path.GetRelativePath(world.Folder, path).Replace('\\', '/'));
        Assert.That(string.Join(' ', found), Is.EqualTo(expected));
    }

    [Test]
    public void Inside_ExtensionsInAnyCase_AreFound()
    {
        using var world = new FakeWorld();
        string[] expected = [world.Write("B.IPYNB"), world.Write("a.ipynb"), world.Write("c.Dib")];
        world.Write("d.dibx");
        world.Write(".hidden.ipynb");
        Assert.That(NotebookGlob.Inside(world.Folder), Is.EqualTo(expected));
    }

    [Test]
    [Platform("Linux")]
    public void Expand_CaseOfAPattern_CountsAsInTheFileSystem()
    {
        using var world = new FakeWorld();
        world.Write("B.IPYNB");
        Assert.That(NotebookGlob.Expand("*.ipynb", world.Folder), Is.Empty);
        Assert.That(NotebookGlob.Expand("*.IPYNB", world.Folder), Is.EqualTo([world.PathOf("B.IPYNB")]));
    }

    [Test]
    public void Expand_AbsolutePattern_IgnoresTheFolder()
    {
        using var world = new FakeWorld();
        var notebook = world.Write("a.ipynb");
        Assert.That(NotebookGlob.Expand(world.PathOf("*.ipynb"), "/"), Is.EqualTo([notebook]));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Expand_AnyDepthWithALinkInACircle_Ends()
    {
        using var world = new FakeWorld();
        var notebook = world.Write("x/a.ipynb");
        Directory.CreateSymbolicLink(world.PathOf("x/loop"), world.Folder);
        Assert.That(NotebookGlob.Expand("**/*.ipynb", world.Folder), Is.EqualTo([notebook]));
    }
}
