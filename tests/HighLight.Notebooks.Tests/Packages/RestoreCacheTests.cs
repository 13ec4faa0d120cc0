using System.Diagnostics;
using System.Runtime.Versioning;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>Answers are kept only where no other user can have prepared them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
internal sealed class RestoreCacheTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Readable =
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private readonly Scratch _scratch = new();
    private readonly List<string> _reports = [];

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void Open_NewFolder_IsOfTheUserAloneAndStays()
    {
        Assert.That(Open("a/b"), Is.EqualTo(_scratch["a/b"]));
        Assert.That(File.GetUnixFileMode(_scratch["a/b"]), Is.EqualTo(Private));
        Assert.That(Directory.Exists(_scratch["a/b"]), Is.True);
        Assert.That(Open("a/b"), Is.EqualTo(_scratch["a/b"]));
    }

    [TestCase(Private | Readable, true)]
    [TestCase(Private | UnixFileMode.GroupWrite, false)]
    [TestCase(Private | UnixFileMode.OtherWrite, false)]
    [TestCase(Private | UnixFileMode.OtherWrite | UnixFileMode.StickyBit, false)]
    public void Open_FolderThatIsThere_MustNotBeWritableByOthers(UnixFileMode mode, bool used)
    {
        Directory.CreateDirectory(_scratch["c"]);
        File.SetUnixFileMode(_scratch["c"], mode);
        AssertUsed("c", used, "others can write to");
    }

    [TestCase(Private | Readable, true)]
    [TestCase(Private | UnixFileMode.GroupWrite, false)]
    [TestCase(Private | UnixFileMode.GroupWrite | UnixFileMode.StickyBit, true)]
    [TestCase(Private | UnixFileMode.OtherWrite, false)]
    [TestCase(Private | UnixFileMode.OtherWrite | UnixFileMode.StickyBit, true)]
    public void Open_FolderAboveThatAnybodyCanWriteTo_MustBeSticky(UnixFileMode mode, bool used)
    {
        Directory.CreateDirectory(_scratch["above"]);
        File.SetUnixFileMode(_scratch["above"], mode);
        AssertUsed("above/c", used, "others can replace");
    }

    [Test]
    public void Open_Link_IsNotFollowed()
    {
        Directory.CreateDirectory(_scratch["real"]);
        File.CreateSymbolicLink(_scratch["c"], _scratch["real"]);
        AssertUsed("c", used: false, "is a link to");
    }

    [Test]
    public void Open_FileInTheWay_IsReported()
    {
        _scratch.Write("c", "");
        AssertUsed("c", used: false, "cannot be used");
    }

    [Test]
    [Platform("Linux")]
    public void Owns_FolderOfAnotherUser_IsFalse()
    {
        Directory.CreateDirectory(_scratch["c"]);
        Assert.That(UnixUser.Owns(_scratch["c"]), Is.True);
        Assert.That(UnixUser.Owns(_scratch["none"]), Is.False);

        // Root may give the folder away; anybody else finds one of root's.
        var start = new ProcessStartInfo("chown", ["12345", _scratch["c"]]) { RedirectStandardError = true, UseShellExecute = false };
        using var chown = Process.Start(start)!;
        chown.WaitForExit();
        Assert.That(UnixUser.Owns(chown.ExitCode == 0 ? _scratch["c"] : "/"), Is.False);
        if (chown.ExitCode == 0)
        {
            AssertUsed("c", used: false, "belongs to another user");
            _reports.Clear();
            AssertUsed("c/d", used: false, "others can replace");
        }
    }

    private string Open(string folder)
    {
        using var cache = RestoreCache.Open(_scratch[folder], _reports.Add);
        Assert.That(Directory.Exists(cache.Folder), Is.True);
        return cache.Folder;
    }

    private void AssertUsed(string folder, bool used, string problem)
    {
        string opened = Open(folder);
        if (used)
        {
            Assert.That(opened, Is.EqualTo(_scratch[folder]));
            Assert.That(_reports, Is.Empty);
        }
        else
        {
            Assert.That(opened, Is.Not.EqualTo(_scratch[folder]));
            Assert.That(Directory.Exists(opened), Is.False, "a temporary cache is deleted in the end");
            Assert.That(_reports, Has.One.Contain(problem).And.One.Contain(_scratch[folder]).And.One.Contain(RestoreCache.Variable));
        }
    }
}
