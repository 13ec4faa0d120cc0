using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Tests.Packages;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>Packages from a feed that the test writes, restored into a packages folder that starts empty.</summary>
internal sealed class HostPackageTests
{
    private const string Library = """
        namespace Tiny;
        public static class Numbers { public static int Answer => VERSION; }
        public class Shape { public int Sides = 3; }
        """;

    private Scratch _scratch = null!;

    [SetUp]
    public void Create()
    {
        _scratch = new Scratch();
        _scratch.Write("nuget.config", """<configuration><packageSources><clear /><add key="tiny" value="feed" /></packageSources></configuration>""");
        _scratch.Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net1.0</TargetFramework></PropertyGroup><Target Name=\"X\" BeforeTargets=\"Restore\"><Error Text=\"imported\" /></Target></Project>");
        _scratch.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        _scratch.Write("global.json", """{"sdk":{"version":"1.0.0"}}""");
        Add("1.0.0", 41, ("interactive-extensions/dotnet/extension.dib", "#!csharp\nMicrosoft.DotNet.Interactive.Formatting.Formatter.Register<Tiny.Shape>((s, w) => w.Write($\"<b>{s.Sides}</b>\"), \"text/html\");"));
        Add("1.1.0", 42);
    }

    [TearDown]
    public void Delete() => _scratch.Dispose();

    [Test]
    public async Task Run_PackageOfALocalFeed_IsRestoredLoadedAndItsExtensionRun()
    {
        Assert.That(await ResultAsync("#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer"), Is.EqualTo("text/plain=41"));
        Assert.That(await ResultAsync("#r \"nuget: Tiny, 1.0.0\"\nnew Tiny.Shape()"), Is.EqualTo("text/html=<b>3</b>"));
        Assert.That(Directory.GetFiles(_scratch["cache"], "resolved.json", SearchOption.AllDirectories), Has.Length.EqualTo(1));

        // A cached answer whose files are gone, and one that is damaged, are not trusted.
        Directory.Delete(_scratch["packages"], recursive: true);
        Assert.That(await ResultAsync("#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer"), Is.EqualTo("text/plain=41"));
        await File.WriteAllTextAsync(Directory.GetFiles(_scratch["cache"], "resolved.json", SearchOption.AllDirectories).Single(), "{\"Packages\":[nu");
        Assert.That(await ResultAsync("#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer"), Is.EqualTo("text/plain=41"));
    }

    [TestCase("#r \"nuget: Tiny, 1.*\"")]
    [TestCase("#r \"nuget: Tiny\"")]
    public async Task Run_FloatingVersion_IsTheNewest(string directive) =>
        Assert.That(await ResultAsync(directive + "\nTiny.Numbers.Answer"), Is.EqualTo("text/plain=42"));

    [Test]
    public async Task Run_TwoProcessesAtOnce_BothRestore() =>
        Assert.That(await Task.WhenAll(Enumerable.Range(0, 2).Select(i => ResultAsync("#r \"nuget: Tiny, 1.1.0\"\nTiny.Numbers.Answer", $"n{(i == 0 ? "a" : "b")}.ipynb"))), Is.All.EqualTo("text/plain=42"));

    [Test]
    public async Task Run_UnknownPackage_SaysWhatNuGetSaidAndWhereItSearched()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("1", "\n#r \"nuget: Tiny.Missing, 1.0.0\""));
        var host = await HostProcess.RunAsync(_scratch, "run", file);
        Assert.That(host.ExitCode, Is.EqualTo(1));
        var error = host.Event("error");
        Assert.That((error.GetProperty("cell").GetInt32(), error.GetProperty("line").GetInt32()), Is.EqualTo((2, 2)));
        string message = error.GetProperty("message").GetString()!;
        Assert.That(message, Does.Contain("NU1101").And.Contain("Tiny.Missing").And.Contain("Sources searched: " + _scratch["feed"]).And.Not.Contain("restore.csproj"));
    }

    [Test]
    public async Task Run_OtherVersionOfALoadedPackage_IsAnError()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer", "#r \"nuget: Tiny, 1.1.0\""));
        var host = await HostProcess.RunAsync(_scratch, "run", file);
        Assert.That(host.Event("error").GetProperty("message").GetString(), Does.Contain("Tiny 1.0.0 is loaded already"));
    }

    [Test]
    public async Task Run_SourceDirectiveAndDll_AreUsed()
    {
        LocalFeed.Add(_scratch["other"], "Elsewhere", "2.0.0", "public static class Elsewhere { public static int Two => 2; }");
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(_scratch["feed"], "Tiny.1.1.0.nupkg"), _scratch["unpacked"]);
        Assert.That(
            await ResultAsync("#r \"unpacked/lib/net10.0/Tiny.dll\"\n#i \"nuget: other\"\n#r \"nuget: Elsewhere, 2.0.0\"\nElsewhere.Two + Tiny.Numbers.Answer"),
            Is.EqualTo("text/plain=44"));
    }

    private void Add(string version, int answer, params (string, string)[] files) =>
        LocalFeed.Add(_scratch["feed"], "Tiny", version, Library.Replace("VERSION", answer.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), files);

    private async Task<string> ResultAsync(string code, string name = "n.ipynb")
    {
        string file = _scratch.Write(name, NotebookText.Of(code));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file);
        Assert.That(host.ExitCode, Is.Zero, host.Error + string.Join('\n', host.Events));
        var result = ((CodeCell)NotebookReader.ReadFile(file).Cells[0]).Outputs.OfType<ExecuteResultOutput>().Single();
        return string.Join('\n', result.Data.Entries.Select(entry => $"{entry.MimeType}={entry.Text}"));
    }
}
