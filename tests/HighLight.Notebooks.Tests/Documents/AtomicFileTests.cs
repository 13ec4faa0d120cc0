using HighLight.Notebooks.Documents;

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
}
