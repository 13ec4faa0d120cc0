using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Host;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class HostRunTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    public async Task Run_InPlace_WritesOutputsAndEventsTheSameEachTime()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("var x = 20;\nSystem.IO.File.WriteAllText(\"beside.txt\", \"here\");", "x + 1"));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file, "--html", _scratch["n.html"]);
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(host.Names, Is.EqualTo(new[] { "started", "cell-started", "cell-finished", "cell-started", "cell-finished", "finished" }));
        Assert.That(host.Event("started").GetRawText(), Is.EqualTo("""{"event":"started","notebook":"n.ipynb","cells":2}"""));
        Assert.That(host.Event("finished").GetRawText(), Is.EqualTo("""{"event":"finished","ok":true,"executed":2,"failed":0}"""));
        var cell = (CodeCell)NotebookReader.ReadFile(file).Document.Cells[1];
        Assert.That((cell.ExecutionCount, ((ExecuteResultOutput)cell.Outputs[0]).Data.Text("text/plain")), Is.EqualTo(((int?)2, "21")));
        Assert.That(File.ReadAllText(_scratch["n.html"]), Does.Contain("<pre>21</pre>"));
        Assert.That(Files(), Is.EquivalentTo(new[] { "n.ipynb", "n.html", "beside.txt" }));

        byte[] first = await File.ReadAllBytesAsync(file);
        await HostProcess.RunAsync(_scratch, "run", file, "--output", file);
        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(first), "a second run gives the same bytes");
    }

    [Test]
    public async Task Run_FailingCell_ExitsOneNamesTheLineAndStillWrites()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("\nthrow new InvalidOperationException(\"boom\");", "1"));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", _scratch["out.ipynb"]);
        Assert.That(host.ExitCode, Is.EqualTo(1));
        Assert.That(host.Event("error").GetRawText(), Is.EqualTo("""{"event":"error","cell":1,"line":2,"name":"System.InvalidOperationException","message":"boom"}"""));
        Assert.That(host.Names.Count(name => name is "cell-started"), Is.EqualTo(1));
        Assert.That(((CodeCell)NotebookReader.ReadFile(_scratch["out.ipynb"]).Document.Cells[0]).Outputs.Single(), Is.TypeOf<ErrorOutput>());
        Assert.That(((CodeCell)NotebookReader.ReadFile(file).Document.Cells[0]).Outputs, Is.Empty, "the notebook itself is not touched");
    }

    [Test]
    public async Task Run_AllowErrors_GoesOnAndExitsZero()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("throw new Exception();", "1"));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--allow-errors");
        Assert.That(host.ExitCode, Is.Zero);
        Assert.That(host.Event("finished").GetRawText(), Is.EqualTo("""{"event":"finished","ok":false,"executed":2,"failed":1}"""));
        Assert.That(Files(), Is.EqualTo(new[] { "n.ipynb" }));
    }

    [TestCase("{\"cells\":[", "it is not JSON")]
    [TestCase("""{"cells":[],"nbformat":3,"nbformat_minor":0}""", "$.nbformat: 3 is not supported")]
    [TestCase("""{"cells":[],"metadata":{"kernelspec":{"language":"python"}},"nbformat":4,"nbformat_minor":5}""", "a notebook in 'python'")]
    public async Task Run_InvalidNotebook_ExitsTwoAndSaysWhy(string json, string expected)
    {
        string file = _scratch.Write("n.ipynb", json);
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file);
        Assert.That(host.ExitCode, Is.EqualTo(2));
        Assert.That(host.Event("invalid").GetProperty("message").GetString(), Does.Contain(expected));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(json));
    }

    [TestCase("run", "missing.ipynb")]
    [TestCase("run")]
    [TestCase("walk", "n.ipynb")]
    [TestCase("run", "n.ipynb", "--unknown")]
    [TestCase("run", "n.ipynb", "--output")]
    [TestCase("run", "n.ipynb", "--output", "missing/out.ipynb")]
    public async Task Run_BadUsage_ExitsTwo(params string[] arguments)
    {
        _scratch.Write("n.ipynb", NotebookText.Of("1"));
        var host = await HostProcess.RunAsync(_scratch, arguments);
        Assert.That(host.ExitCode, Is.EqualTo(2));
        Assert.That(host.Names, Is.EqualTo(new[] { "invalid" }));
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [TestCase("HUP")]
    [Platform(Exclude = "Win")]
    public async Task Run_SignalInARunawayCell_ExitsAndWritesNothing(string signal)
    {
        Assume.That(InheritedSignals.Ignores(signal), Is.False, "the tests were started with this signal ignored");
        string content = NotebookText.Of("System.IO.File.WriteAllText(\"running\", \"\"); while (true) { }");
        string file = _scratch.Write("n.ipynb", content);
        using var process = HostProcess.Start(_scratch, "run", file, "--output", file);
        while (!File.Exists(_scratch["running"]) && !process.HasExited)
        {
            await Task.Delay(20);
        }

        using (var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var host = await HostProcess.FinishAsync(process);
        Assert.That(host.ExitCode, Is.EqualTo(130));
        Assert.That(host.Names, Has.No.Member("finished"));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(content));
        Assert.That(Files(), Is.EquivalentTo(new[] { "n.ipynb", "running" }));
    }

    [Test]
    public async Task Run_BytesWithoutLineEndOnTheRealOutput_DoNotHideEvents()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("var o = Console.OpenStandardOutput(); o.Write(new byte[] { 0, 255, (byte)'{' }); o.Flush();"));
        var host = await HostProcess.RunAsync(_scratch, "run", file);
        Assert.That(host.Names, Is.EqualTo(new[] { "started", "cell-started", "cell-finished", "finished" }));
    }

    [Test]
    public async Task Run_CellThatExits_EndsOnlyItsHostAndLeavesTheFile()
    {
        string content = NotebookText.Of("Environment.Exit(42);");
        string file = _scratch.Write("n.ipynb", content);
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file);
        Assert.That(host.ExitCode, Is.EqualTo(42));
        Assert.That(host.Names, Has.No.Member("finished"));
        Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo(content));
    }

    [Test]
    public void OutputFolder_HoldsNoLibraryThatNotebooksUse()
    {
        var names = Directory.GetFiles(HostProcess.OutputFolder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        Assert.That(names, Has.Member("HighLight.Notebooks.Host"));
        Assert.That(names.Where(name => name.StartsWith("HighLight.", StringComparison.Ordinal)), Is.EquivalentTo(new[] { "HighLight.Notebooks", "HighLight.Notebooks.Host" }));
        Assert.That(names, Has.None.StartsWith("Newtonsoft").And.None.StartsWith("FSharp").And.None.StartsWith("Apache").And.None.StartsWith("XPlot"));
    }

    private IEnumerable<string?> Files() => Directory.GetFileSystemEntries(_scratch.Folder).Select(Path.GetFileName);
}
