using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class NuGetSettingsReaderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    public void Read_SeveralFiles_TheFirstCountsMost()
    {
        string near = Config("near", """
            <packageSources><add key="own" value="feed" /><add key="B" value="https://b.example/index.json" /></packageSources>
            <disabledPackageSources><add key="c" value="true" /></disabledPackageSources>
            <config><add key="GlobalPackagesFolder" value="packages" /></config>
            """);
        string far = Config("far", """
            <packageSources>
              <add key="b" value="https://old.example" /><add key="C" value="https://c.example" /><add key="d" value="../d" />
              <add key="e" value="../e" />
            </packageSources>
            <disabledPackageSources><add key="E" value="false" /></disabledPackageSources>
            <config><add key="globalPackagesFolder" value="/elsewhere" /></config>
            <fallbackPackageFolders><add key="f" value="fallback" /></fallbackPackageFolders>
            """);
        var settings = NuGetSettingsReader.Read([near, far]);
        Assert.That(settings.Sources.OrderBy(source => source.Name, StringComparer.OrdinalIgnoreCase), Is.EqualTo(new[]
        {
            new PackageSource("B", "https://b.example/index.json"),
            new PackageSource("d", _scratch["d"]),
            new PackageSource("own", _scratch["near/feed"]),
        }));
        Assert.That(settings.PackageFolders, Is.EqualTo(new[] { _scratch["near/packages"], _scratch["far/fallback"] }));
        Assert.That(settings.Source("OWN")!.Feed!.Folder, Is.EqualTo(_scratch["near/feed"]));
        Assert.That(settings.Source("B")!.Feed, Is.Null);
        Assert.That(settings.Source("c"), Is.Null, "it is disabled");
        Assert.That(settings.Source("e"), Is.Null, "NuGet heeds the name alone");
    }

    [Test]
    public void Read_Clear_DropsWhatOtherFilesAndTheLinesBeforeSay()
    {
        string near = Config("near", """
            <packageSources><add key="x" value="x" /><clear /><add key="own" value="feed" /></packageSources>
            <notebookSourceMapping><clear /><packageSource key="own"><package pattern="A.*" /></packageSource></notebookSourceMapping>
            <packageSourceMapping><clear /></packageSourceMapping>
            """);
        string far = Config("far", """
            <packageSources><add key="b" value="b" /></packageSources>
            <notebookSourceMapping><packageSource key="b"><package pattern="B.*" /></packageSource></notebookSourceMapping>
            <packageSourceMapping><packageSource key="b"><package pattern="*" /></packageSource></packageSourceMapping>
            """);
        var settings = NuGetSettingsReader.Read([near, far]);
        Assert.That(settings.Sources.Select(source => source.Name), Is.EqualTo(new[] { "own" }));
        Assert.That(settings.Reserved, Is.EqualTo(new[] { new SourcePattern("own", "A.*", near) }));
        Assert.That(settings.Mapping, Is.Empty);
    }

    [Test]
    public void Read_NoFile_HasTheFolderOfTheUser()
    {
        var settings = NuGetSettingsReader.Read([]);
        Assert.That(settings.Sources, Is.Empty);
        Assert.That(settings.PackageFolders, Is.EqualTo(new[] { Path.Combine(NuGetConfigFiles.Home, ".nuget", "packages") }));
    }

    [TestCase("<configuration>")]
    [TestCase("")]
    public void Read_FileThatIsNotXml_IsNamed(string content)
    {
        string file = _scratch.Write("nuget.config", content);
        Assert.That(() => NuGetSettingsReader.Read([file]), Throws.TypeOf<InvalidDataException>().With.Message.Contains(file));
    }

    [Test]
    public void Read_OddEntries_DoNotMatter()
    {
        string file = Config("odd", """
            <packageSources><add /><add key="" value="" /><other key="x" /></packageSources>
            <notebookSourceMapping><packageSource><package /><package pattern=" " /></packageSource></notebookSourceMapping>
            """);
        Assert.That(NuGetSettingsReader.Read([file]).Reserved, Is.Empty);
    }

    [TestCase("HighLight.Core", new[] { "exact" })]
    [TestCase("highlight.models", new[] { "wide" })]
    [TestCase("HighLight.Models.Runtime", new[] { "long", "also" })]
    [TestCase("HighLighter", new string[0])]
    [TestCase("Other", new string[0])]
    public void Guards_Patterns_TheClosestCounts(string id, string[] sources)
    {
        string file = Config("x", """
            <packageSourceMapping>
              <packageSource key="all"><package pattern="*" /></packageSource>
              <packageSource key="long"><package pattern="HighLight.Models.*" /></packageSource>
              <packageSource key="exact"><package pattern="highlight.core" /></packageSource>
            </packageSourceMapping>
            <notebookSourceMapping>
              <packageSource key="wide"><package pattern="HighLight.*" /></packageSource>
              <packageSource key="also"><package pattern="HIGHLIGHT.MODELS.*" /></packageSource>
            </notebookSourceMapping>
            """);
        Assert.That(NuGetSettingsReader.Read([file]).Guards(id).Select(guard => guard.Source), Is.EquivalentTo(sources));
    }

    [Test]
    public void Files_OfAFolder_AreThoseAboveItFirst()
    {
        string inner = _scratch.Write("a/b/nuget.config", "<configuration />");
        string outer = _scratch.Write("a/NuGet.Config", "<configuration />");
        Directory.CreateDirectory(_scratch["a/b/c"]);
        Assert.That(NuGetConfigFiles.For(_scratch["a/b/c"]).Take(2), Is.EqualTo(new[] { inner, outer }));
    }

    private string Config(string folder, string content) =>
        _scratch.Write(folder + "/nuget.config", $"<configuration>{content}</configuration>");
}
