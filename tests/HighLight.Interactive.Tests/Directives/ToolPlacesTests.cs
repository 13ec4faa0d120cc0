using HighLight.Interactive.Directives;

namespace HighLight.Interactive.Tests.Directives;

[TestFixture]
internal sealed class ToolPlacesTests
{
    private const string Manifest = """{"version":1,"tools":{"highlight.cli":{"version":"0.1.0","commands":["highlight"]}}}""";

    private static readonly string Name = OperatingSystem.IsWindows() ? "highlight.exe" : "highlight";

    private string _folder = null!;
    private ToolPlaces _places = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("highlight-tool-").FullName;
        var path = string.Join(Path.PathSeparator, "nowhere", Path.Combine(_folder, "data"), Path.Combine(_folder, "path"));
        _places = new ToolPlaces(Path.Combine(_folder, "below"), Path.Combine(_folder, "tools"), path);
        Directory.CreateDirectory(_places.Folder);
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Find_Nothing_GivesNothing() => Assert.That(_places.Find(), Is.Null);

    [Test]
    public void Find_Several_TakesTheManifestThenTheGlobalToolThenThePath()
    {
        WriteProgram("path");
        Assert.That(_places.Find()!.Program, Is.EqualTo(Path.Combine(_folder, "path", Name)));
        WriteProgram("tools");
        Assert.That(_places.Find()!.Program, Is.EqualTo(Path.Combine(_folder, "tools", Name)));
        WriteManifest(".config", Manifest);
        Assert.That(_places.Find()!.Arguments, Is.EqualTo(["tool", "run", "highlight", "--"]));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Find_FileThatIsNotExecutable_IsPassedOver()
    {
        WriteProgram("data", isExecutable: false);
        Assert.That(_places.Find(), Is.Null);
        WriteProgram("path");
        Assert.That(_places.Find()!.Program, Is.EqualTo(Path.Combine(_folder, "path", Name)));
    }

    [TestCase(".config")]
    [TestCase("")]
    public void Find_ManifestAboveNamesTheTool_IsTaken(string place)
    {
        WriteManifest(place, Manifest);
        Assert.That(_places.Find()!.Arguments, Is.EqualTo(["tool", "run", "highlight", "--"]));
    }

    [TestCase("""{"version":1,"tools":{"other":{"version":"1.0.0","commands":["other"]}}}""")]
    [TestCase("""{"tools":[]}""")]
    [TestCase("""{"tools":{"other":null}}""")]
    [TestCase("[]")]
    [TestCase("not json")]
    public void Find_ManifestWithoutTheTool_GivesNothing(string manifest)
    {
        WriteManifest(".config", manifest);
        Assert.That(_places.Find(), Is.Null);
    }

    private void WriteManifest(string place, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, place)).FullName;
        File.WriteAllText(Path.Combine(folder, "dotnet-tools.json"), text);
    }

    private void WriteProgram(string place, bool isExecutable = true)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, place)).FullName, Name);
        File.WriteAllText(file, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | (isExecutable ? UnixFileMode.UserExecute : UnixFileMode.None));
        }
    }
}
