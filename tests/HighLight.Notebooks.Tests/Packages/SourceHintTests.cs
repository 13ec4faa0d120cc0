using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SourceHintTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void For_DependencyThatTheFolderLacks_NamesFolderAndFix()
    {
        _scratch.Write("own/HighLight.Core.0.1.0.nupkg", "");
        var hints = Hints("own", "error NU1101: Unable to find package HighLight.Models. No packages exist with this id.");
        Assert.That(hints, Has.Length.EqualTo(1));
        Assert.That(hints[0], Is.EqualTo("'HighLight.*' comes from the source 'own' alone (/c), the folder "
            + $"{_scratch["own"]}, which holds no HighLight.Models. Pack it first: dotnet pack, with {_scratch["own"]} as its output."));
    }

    [Test]
    public void For_SourceThatIsDisabled_SaysSo() =>
        Assert.That(Hints("gone", "error"), Has.One.Contain("'gone' alone (/c), which no configuration file adds or which is disabled"));

    [Test]
    public void For_OtherErrors_IsEmpty()
    {
        _scratch.Write("own/HighLight.Core.0.1.0.nupkg", "");
        Assert.That(Hints("own", "error NU1101: Unable to find package Other. "), Is.Empty);
    }

    private string[] Hints(string source, string error)
    {
        var own = new PackageSource("own", _scratch["own"]);
        var settings = new NuGetSettings([], [own], [], [new SourcePattern(source, "HighLight.*", "/c")], ["/packages"]);
        var request = new RestoreRequest([new PackageRequest("HighLight.Core", "0.1.0")], [], _scratch.Folder);
        return [.. SourceHint.For(settings, request, [error])];
    }
}
