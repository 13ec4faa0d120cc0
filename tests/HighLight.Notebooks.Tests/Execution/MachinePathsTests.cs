using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Tests.Execution;

[Platform(Exclude = "Win")]
internal sealed class MachinePathsTests
{
    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
    private static readonly string Temp = Path.GetTempPath().TrimEnd('/');

    private readonly MachinePaths _paths = new("/repo/nb", "/real/repo/nb");

    [TestCase("Could not find file '/repo/nb/data/x.csv'.", "Could not find file 'data/x.csv'.")]
    [TestCase("/repo/nb: not a file", ".: not a file")]
    [TestCase("the folder /repo/nb.", "the folder ..")]
    [TestCase("\"/real/repo/nb/x\"", "\"x\"")]
    [TestCase("/repo/nb", ".")]
    [TestCase("/repo/nb2/x", "/repo/nb2/x")]
    [TestCase("/repo/nb.old/x", "/repo/nb.old/x")]
    [TestCase("/other/repo/nb/x", "/other/repo/nb/x")]
    [TestCase("./repo/nb/x", "./repo/nb/x")]
    [TestCase("/repo", "/repo")]
    [TestCase("", "")]
    public void Shorten_NotebooksFolder_IsRelativeWhereAPathBegins(string text, string expected) =>
        Assert.That(_paths.Shorten(text), Is.EqualTo(expected));

    [Test]
    public void Shorten_TemporaryAndHomeFolder_AreAbbreviated()
    {
        Assume.That(Home, Has.Length.GreaterThan(1));
        Assert.That(_paths.Shorten($"'{Temp}/a' and {Home}/b"), Is.EqualTo("'<temp>/a' and ~/b"));
    }

    [Test]
    public void Shorten_FolderBelowTheTemporary_IsTheNotebooks() =>
        Assert.That(new MachinePaths(Temp + "/nb").Shorten(Temp + "/nb/x"), Is.EqualTo("x"));

    [Test]
    public void Shorten_RootAsFolder_ChangesNothing() => Assert.That(new MachinePaths("/").Shorten("/etc/x"), Is.EqualTo("/etc/x"));

    [Test]
    public void Shorten_Error_HasShortMessageAndTraceback()
    {
        var error = _paths.Shorten(new CellError("E", "in /repo/nb/a", 1, ["E: in /repo/nb/a", "   at /repo/nb/b"]));
        Assert.That((error.Message, string.Join('|', error.Traceback)), Is.EqualTo(("in a", "E: in a|   at b")));
    }
}
