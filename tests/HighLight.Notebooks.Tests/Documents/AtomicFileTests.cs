using HighLight.Files;

namespace HighLight.Notebooks.Tests.Documents;

internal sealed class AtomicFileTests
{
    [Test]
    public void Write_NewAndExistingFile_HoldsTheContentAndNothingElseRemains()
    {
        using var scratch = new Scratch();
        AtomicFile.Write(scratch["f"], "first"u8);
        AtomicFile.Write(scratch["f"], "second"u8);
        Assert.That(File.ReadAllText(scratch["f"]), Is.EqualTo("second"));
        Assert.That(Directory.GetFileSystemEntries(scratch.Folder), Has.Length.EqualTo(1));
    }

    [Test]
    public void Write_LongestName_IsWritten()
    {
        using var scratch = new Scratch();
        string name = new('ü', 127);
        AtomicFile.Write(scratch[name], "x"u8);
        Assert.That(File.ReadAllText(scratch[name]), Is.EqualTo("x"));
    }

    [Test]
    public void Write_TargetIsAFolder_FailsAndLeavesNothing()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["d"]);
        Assert.That(() => AtomicFile.Write(scratch["d"], "x"u8), Throws.TypeOf<IOException>().With.Message.Contains($"'{scratch["d"]}' could not be written"));
        Assert.That(Directory.GetFileSystemEntries(scratch.Folder), Is.EqualTo(new[] { scratch["d"] }));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Write_LinkWithPermissions_KeepsBoth()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["real"], "old");
        File.SetUnixFileMode(scratch["real"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(scratch["link"], scratch["real"]);
        AtomicFile.Write(scratch["link"], "new"u8);
        Assert.That(File.ReadAllText(scratch["real"]), Is.EqualTo("new"));
        Assert.That(new FileInfo(scratch["link"]).LinkTarget, Is.Not.Null);
        Assert.That(File.GetUnixFileMode(scratch["real"]), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Write_LinkUnderAGuessedName_IsNotFollowed()
    {
        using var scratch = new Scratch();
        string victim = scratch.Write("victim", "kept");
        File.CreateSymbolicLink(scratch[$"f.{Environment.ProcessId}.tmp"], victim);
        AtomicFile.Write(scratch["f"], "x"u8);
        Assert.That(File.ReadAllText(victim), Is.EqualTo("kept"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Create_ExistingTarget_HasItsPermissionsFromTheStart()
    {
        using var scratch = new Scratch();
        File.SetUnixFileMode(scratch.Write("f", ""), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        using var temporary = TemporaryFile.Create(scratch["f"]);
        Assert.That(File.GetUnixFileMode(temporary.SafeFileHandle), Is.EqualTo(File.GetUnixFileMode(scratch["f"])));
    }

    [Test]
    public void Create_Twice_NamesDifferAndLieBesideTheTarget()
    {
        using var scratch = new Scratch();
        using var one = TemporaryFile.Create(scratch["f"]);
        using var two = TemporaryFile.Create(scratch["f"]);
        Assert.That(Path.GetFileName(one.Name), Does.Match("^f\\.[0-9a-f]{32}\\.tmp$"));
        Assert.That(Path.GetDirectoryName(one.Name), Is.EqualTo(scratch.Folder));
        Assert.That(one.Name, Is.Not.EqualTo(two.Name));
    }

    [TestCase("f.0123456789abcdef0123456789abcdef.tmp", 70, true)]
    [TestCase("f.0123456789abcdef0123456789abcdef.tmp", 50, false)]
    [TestCase("f.0123456789ABCDEF0123456789abcdef.tmp", 70, false)]
    [TestCase("f.0123456789abcdef.tmp", 70, false)]
    [TestCase("g.0123456789abcdef0123456789abcdef.tmp", 70, false)]
    [TestCase("f.g.0123456789abcdef0123456789abcdef.tmp", 70, false)]
    [TestCase("f.0123456789abcdef0123456789abcdef.tmp.txt", 70, false)]
    public void Write_FilesLeftByOthers_OnlyOldOnesOfThisTargetGo(string name, int seconds, bool goes)
    {
        using var scratch = new Scratch();
        File.SetLastWriteTimeUtc(scratch.Write(name, ""), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-seconds));
        AtomicFile.Write(scratch["f"], "x"u8, durable: false);
        Assert.That(File.Exists(scratch[name]), Is.True, "an intermediate result does not look for them");
        AtomicFile.Write(scratch["f"], "x"u8);
        Assert.That(File.Exists(scratch[name]), Is.EqualTo(!goes));
    }

    [Test]
    public void Sweep_FileThatIsStillBeingWritten_Stays()
    {
        using var scratch = new Scratch();
        using var writing = TemporaryFile.Create(scratch["f"]);
        TemporaryFile.Sweep(scratch["f"], TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.That(File.Exists(writing.Name), Is.True);
        writing.Dispose();
        TemporaryFile.Sweep(scratch["f"], TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.That(File.Exists(writing.Name), Is.False);
    }

    // As a reader sees it at any moment, which is what a killed writer leaves behind.
    [Test]
    public async Task Write_AgainAndAgain_ReadersFindWholeContents()
    {
        using var scratch = new Scratch();
        byte[][] contents = [.. Enumerable.Range(0, 4).Select(i => Enumerable.Repeat((byte)i, 100_000 * (i + 1)).ToArray())];
        AtomicFile.Write(scratch["f"], contents[0]);
        var writing = Task.Run(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                AtomicFile.Write(scratch["f"], contents[i % contents.Length], durable: false);
            }
        });
        int read = 0;
        while (!writing.IsCompleted)
        {
            byte[] found = await File.ReadAllBytesAsync(scratch["f"]);
            Assert.That(found, Is.EqualTo(contents[found[0]]).AsCollection);
            read++;
        }

        await writing;
        Assert.That(read, Is.Positive);
    }
}
