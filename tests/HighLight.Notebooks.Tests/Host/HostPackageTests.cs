using System.Net;
using System.Net.Sockets;
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

    // One notebook, because each new set of packages costs a restore.
    [Test]
    public async Task Run_PackagesOfFeeds_AreLoadedAndExtendedOrRefusedWithTheReason()
    {
        LocalFeed.Add(_feed.Scratch["other"], "Elsewhere", "2.0.0", "public static class Elsewhere { public static int Two => 2; }");
        var (host, results) = await RunAsync(
            "--allow-errors",
            "#r \"nuget: Tiny, 1.0.0\"\nTiny.Numbers.Answer",
            "new Tiny.Shape()",
            "#r \"nuget: Tiny, 1.1.0\"",
            "#i \"nuget: other\"\n#r \"nuget: Elsewhere, 2.0.0\"\nElsewhere.Two + Tiny.Numbers.Answer",
            "\n#r \"nuget: Tiny.Missing, 1.0.0\"");
        Assert.That(results, Is.EqualTo(new[] { "text/plain=41", "text/html=<b>3</b>", "text/plain=43" }));

        var errors = host.Events.Where(item => item.GetProperty("event").ValueEquals("error")).ToArray();
        Assert.That(
            errors.Select(error => (error.GetProperty("cell").GetInt32(), error.GetProperty("line").GetInt32())),
            Is.EqualTo(new[] { (3, 1), (5, 2) }));
        Assert.That(errors[0].GetProperty("message").GetString(), Does.Contain("Tiny 1.0.0 is loaded already"));
        Assert.That(
            errors[1].GetProperty("message").GetString(),
            Does.Contain("NU1101").And.Contain("Tiny.Missing").And.Contain("Sources searched: feed, other.")
                .And.Not.Contain("restore.csproj"));
    }

    [Test]
    public async Task Run_ReferencedDll_IsLoaded()
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(
            Path.Combine(_feed.Scratch["feed"], "Tiny.1.1.0.nupkg"), _feed.Scratch["unpacked"]);
        var (host, results) = await RunAsync("--allow-errors", "#r \"unpacked/lib/net10.0/Tiny.dll\"\nTiny.Numbers.Answer");
        Assert.That(host.Names, Has.No.Member("error"));
        Assert.That(results, Is.EqualTo(new[] { "text/plain=42" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Run_SupervisorThatDiesDuringARestore_EndsTheRestore()
    {
        // A source that takes connections and never answers.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        _feed.Scratch.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="silent" value="http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v3/index.json" allowInsecureConnections="true" />
              </packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);
        string file = _feed.Scratch.Write("n.ipynb", NotebookText.Of("#r \"nuget: Slow, 1.0.0\""));
        using var process = await HostProcess.StartSupervisedAsync(_feed.Scratch, "{}", "run", file);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var connection = await silent.AcceptTcpClientAsync(limit.Token);
        Assert.That(Restores(), Is.Not.Empty, "the search for restores finds the one that runs");
        process.StandardInput.Close();
        var host = await HostProcess.FinishAsync(process);
        Assert.That(host.ExitCode, Is.EqualTo(130), host.Error);
        Assert.That(Restores(), Is.Empty);
    }

    // Processes that were told a file of the restore cache.
    private IEnumerable<string> Restores() => Directory.EnumerateDirectories("/proc")
        .Select(process => Path.Combine(process, "cmdline"))
        .Where(commandLine => File.Exists(commandLine))
        .Select(Text)
        .Where(text => text.Contains(_feed.Scratch["cache"], StringComparison.Ordinal));

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private async Task<(HostProcess Host, string[] Results)> RunAsync(string option, params string[] cells)
    {
        string file = _feed.Scratch.Write("n.ipynb", NotebookText.Of(cells));
        var host = await HostProcess.RunAsync(_feed.Scratch, "run", file, "--output", file, option);
        Assert.That(host.ExitCode, Is.Zero, host.Error + string.Join('\n', host.Events));
        var results = NotebookReader.ReadFile(file).Document.Cells.Cast<CodeCell>()
            .SelectMany(cell => cell.Outputs.OfType<ExecuteResultOutput>());
        return (host, [.. results.Select(
            result => string.Join('\n', result.Data.Entries.Select(entry => $"{entry.MimeType}={entry.Text}")))]);
    }
}
