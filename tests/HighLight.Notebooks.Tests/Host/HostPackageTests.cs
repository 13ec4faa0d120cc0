using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Tests.Packages;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>Notebooks that use packages of a feed which the test writes, restored into a packages folder that starts empty.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class HostPackageTests : IDisposable
{
    private readonly TinyFeed _feed = new();

    public void Dispose() => _feed.Dispose();

    [Test]
    public async Task Run_PackagesSourcesAndDlls_AreRestoredLoadedAndExtended()
    {
        LocalFeed.Add(_feed.Scratch["other"], "Elsewhere", "2.0.0", "public static class Elsewhere { public static int Two => 2; }");
        var results = await ResultsAsync(
            "#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer",
            "new Tiny.Shape()",
            "#i \"nuget: other\"\n#r \"nuget: Elsewhere, 2.0.0\"\nElsewhere.Two + Tiny.Numbers.Answer");
        Assert.That(results, Is.EqualTo(new[] { "text/plain=41", "text/html=<b>3</b>", "text/plain=43" }));
    }

    [Test]
    public async Task Run_ReferencedDll_IsLoaded()
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(_feed.Scratch["feed"], "Tiny.1.1.0.nupkg"), _feed.Scratch["unpacked"]);
        Assert.That(await ResultsAsync("#r \"unpacked/lib/net10.0/Tiny.dll\"\nTiny.Numbers.Answer"), Is.EqualTo(new[] { "text/plain=42" }));
    }

    [Test]
    public async Task Run_MissingPackageAndOtherVersion_AreErrorsWithLineAndReason()
    {
        string file = _feed.Scratch.Write("n.ipynb", NotebookText.Of(
            "#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer",
            "#r \"nuget: Tiny, 1.1.0\"",
            "\n#r \"nuget: Tiny.Missing, 1.0.0\""));
        var host = await HostProcess.RunAsync(_feed.Scratch, "run", file, "--allow-errors");
        var errors = host.Events.Where(item => item.GetProperty("event").ValueEquals("error")).ToArray();
        Assert.That(errors.Select(error => (error.GetProperty("cell").GetInt32(), error.GetProperty("line").GetInt32())), Is.EqualTo(new[] { (2, 1), (3, 2) }));
        Assert.That(errors[0].GetProperty("message").GetString(), Does.Contain("Tiny 1.0.0 is loaded already"));
        Assert.That(
            errors[1].GetProperty("message").GetString(),
            Does.Contain("NU1101").And.Contain("Tiny.Missing").And.Contain("Sources searched: " + _feed.Scratch["feed"]).And.Not.Contain("restore.csproj"));
    }

    private async Task<string[]> ResultsAsync(params string[] cells)
    {
        string file = _feed.Scratch.Write("n.ipynb", NotebookText.Of(cells));
        var host = await HostProcess.RunAsync(_feed.Scratch, "run", file, "--output", file);
        Assert.That(host.ExitCode, Is.Zero, host.Error + string.Join('\n', host.Events));
        var results = NotebookReader.ReadFile(file).Cells.Cast<CodeCell>().Select(cell => cell.Outputs.OfType<ExecuteResultOutput>().Single());
        return [.. results.Select(result => string.Join('\n', result.Data.Entries.Select(entry => $"{entry.MimeType}={entry.Text}")))];
    }
}
