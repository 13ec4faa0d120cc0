using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>An answer of the cache is trusted only while everything it names is there unchanged.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ResolvedPackagesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void IsIntact_NothingChanged_IsTrue() => Assert.That(Resolve().IsIntact(), Is.True);

    [TestCase("tiny/c.dll")]
    [TestCase("tiny/r.dll")]
    [TestCase("tiny/n.so")]
    [TestCase("tiny/tiny.1.0.0.nupkg.sha512")]
    public void IsIntact_FileGone_IsFalse(string file)
    {
        var resolved = Resolve();
        File.Delete(_scratch[file]);
        Assert.That(resolved.IsIntact(), Is.False);
    }

    [Test]
    public void IsIntact_PackedAgainUnderTheSameVersion_IsFalse()
    {
        var resolved = Resolve();
        _scratch.Write("tiny/tiny.1.0.0.nupkg.sha512", "other");
        Assert.That(resolved.IsIntact(), Is.False);
    }

    [Test]
    public void IsIntact_PackageWithoutFilesGone_IsFalse()
    {
        Directory.CreateDirectory(_scratch["meta"]);
        var resolved = new ResolvedPackages([new ResolvedPackage("Meta", "1.0.0", _scratch["meta"], "")], [], [], []);
        Assert.That(resolved.IsIntact(), Is.True);
        Directory.Delete(_scratch["meta"]);
        Assert.That(resolved.IsIntact(), Is.False);
    }

    [TestCase("root/tiny/1.0.0", "root/tiny/1.0.0/lib/a.dll", true)]
    [TestCase("other/tiny/1.0.0", "other/tiny/1.0.0/lib/a.dll", true)]
    [TestCase("elsewhere/tiny/1.0.0", "elsewhere/tiny/1.0.0/lib/a.dll", false)]
    [TestCase("root/tiny/1.0.0", "elsewhere/a.dll", false)]
    [TestCase("root/tiny/1.0.0", "root/tiny/1.0.0/../../a.dll", false)]
    [TestCase("root/tiny/1.0.0", "root/tiny/1.0.0b/a.dll", false)]
    [TestCase("root/evil/1.0.0", "root/evil/1.0.0/a.dll", false)]
    [TestCase("root", "root/a.dll", false)]
    public void IsInside_Paths_MustBeThoseOfNuGet(string package, string file, bool expected)
    {
        var resolved = new ResolvedPackages([new ResolvedPackage("Tiny", "1.0.0", _scratch[package], "")], [], [_scratch[file]], []);
        Assert.That(resolved.IsInside([_scratch["root"] + Path.DirectorySeparatorChar, _scratch["other"]]), Is.EqualTo(expected));
    }

    private ResolvedPackages Resolve()
    {
        _scratch.Write("tiny/tiny.1.0.0.nupkg.sha512", "hash\n");
        return new ResolvedPackages(
            [new ResolvedPackage("Tiny", "1.0.0", _scratch["tiny"], ResolvedPackage.ReadHash(_scratch["tiny"], "Tiny", "1.0.0"))],
            [_scratch.Write("tiny/c.dll", "")],
            [_scratch.Write("tiny/r.dll", "")],
            [_scratch.Write("tiny/n.so", "")]);
    }
}
