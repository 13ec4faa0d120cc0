using HighLight.Commands.Notebooks;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Notebooks;

public sealed class NotebookArgumentsTests
{
    [Test]
    public void Resolve_FilesFoldersPatterns_KeepTheirOrderAndNameEachOnce()
    {
        using var world = new FakeWorld();
        var (z, a, b) = (world.Write("z.ipynb"), world.Write("n/a.ipynb"), world.Write("n/b.ipynb"));
        var problems = new List<string>();
        Assert.That(NotebookArguments.Resolve(["z.ipynb", "n", "n/*.ipynb", "n/../z.ipynb"], world.Folder, problems), Is.EqualTo([z, a, b]));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void Resolve_FileWithAPatternCharacterInItsName_IsThatFile()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        using var world = new FakeWorld();
        var odd = world.Write("a*.ipynb");
        world.Write("ab.ipynb");
        Assert.That(NotebookArguments.Resolve(["a*.ipynb"], world.Folder, []), Is.EqualTo([odd]));
    }

    [TestCase("gone.ipynb", "There is no file or folder 'gone.ipynb'")]
    [TestCase("real", "Did you mean 'real.ipynb'?")]
    [TestCase("script", "Did you mean 'script.dib'?")]
    [TestCase("read.me", "must end with .ipynb or .dib")]
    [TestCase("empty", "holds no .ipynb or .dib file")]
    [TestCase("zz*.ipynb", "matches no .ipynb or .dib file")]
    [TestCase("--alow-errors", "neither an option nor a file")]
    [TestCase("", "empty name")]
    public void Resolve_BadArgument_IsNamedWithTheFix(string argument, string expected)
    {
        using var world = new FakeWorld();
        world.Write("real.ipynb");
        world.Write("script.dib");
        world.Write("read.me");
        Directory.CreateDirectory(world.PathOf("empty"));
        var problems = new List<string>();
        NotebookArguments.Resolve([argument], world.Folder, problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain(expected));
    }
}
