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
        string file = _scratch.Write(
            "n.ipynb", NotebookText.Of("var x = 20;\nSystem.IO.File.WriteAllText(\"beside.txt\", \"here\");", "x + 1"));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file, "--html", _scratch["n.html"]);
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(
            host.Names, Is.EqualTo(new[] { "started", "cell-started", "cell-finished", "cell-started", "cell-finished", "finished" }));
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
    public async Task Run_NoInputAndTrust_ShapeThePage()
    {
        const string Script = "<script>mine()</script>", Policy = "Content-Security-Policy";
        string file = _scratch.Write(
            "n.ipynb", NotebookText.Of($"display(HTML(\"{Script}\")); string secret = \"in the source\";"));
        await HostProcess.RunAsync(_scratch, "run", file, "--html", _scratch["plain.html"]);
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--html", _scratch["trusted.html"], "--no-input", "--trust");
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(File.ReadAllText(_scratch["plain.html"]), Does.Contain("in the source").And.Contain(Policy));
        Assert.That(File.ReadAllText(_scratch["trusted.html"]), Does.Contain(Script).And.Not.Contain("in the source").And.Not.Contain(Policy));
    }

    [Test]
    public async Task Run_FailingCell_ExitsOneNamesTheLineAndStillWrites()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("\nthrow new InvalidOperationException(\"boom\");", "1"));
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", _scratch["out.ipynb"]);
        Assert.That(host.ExitCode, Is.EqualTo(1));
        Assert.That(
            host.Event("error").GetRawText(),
            Is.EqualTo("""{"event":"error","cell":1,"line":2,"name":"System.InvalidOperationException","message":"boom"}"""));
        Assert.That(host.Names.Count(name => name is "cell-started"), Is.EqualTo(1));
        Assert.That(
            ((CodeCell)NotebookReader.ReadFile(_scratch["out.ipynb"]).Document.Cells[0]).Outputs.Single(), Is.TypeOf<ErrorOutput>());
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
    [TestCase("run", "n.ipynb", "--output", "out.dib")]
    [TestCase("run", "n.ipynb", "--timeout", "0")]
    [TestCase("run", "n.ipynb", "--notebook-timeout", "1,5")]
    public async Task Run_BadUsage_ExitsTwo(params string[] arguments)
    {
        _scratch.Write("n.ipynb", NotebookText.Of("1"));
        var host = await HostProcess.RunAsync(_scratch, arguments);
        Assert.That(host.ExitCode, Is.EqualTo(2));
        Assert.That(host.Names, Is.EqualTo(new[] { "invalid" }));
    }

    [Test]
    public async Task Run_FileThatCannotBeWritten_ExitsThreeAndStillWritesTheOther()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("1"));
        string tooLong = _scratch[new string('x', 260)];
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", tooLong, "--html", _scratch["n.html"]);
        Assert.That(host.ExitCode, Is.EqualTo(3));
        Assert.That(host.Names, Is.EqualTo(new[] { "started", "cell-started", "warning", "cell-finished", "write-failed" }));
        Assert.That(host.Event("write-failed").GetProperty("message").GetString(), Does.Contain("could not be written"));
        Assert.That(Files(), Is.EquivalentTo(new[] { "n.ipynb", "n.html" }));
    }

    [Test]
    public async Task Run_Supervised_TakesParametersFromTheFirstLine()
    {
        var document = NotebookText.OfCode("int n = 1;", "n");
        var tagged = document.Cells[0] with { Metadata = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
            """{"tags":["parameters"]}""") };
        string file = _scratch["n.ipynb"];
        NotebookWriter.WriteFile(document with { Cells = document.Cells.SetItem(0, tagged) }, file);
        using var process = await HostProcess.StartSupervisedAsync(
            _scratch, """{"parameters":{"n":{"text":"8"}}}""", "run", file, "--output", _scratch["out.ipynb"]);
        var host = await HostProcess.FinishAsync(process);
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        var last = (CodeCell)NotebookReader.ReadFile(_scratch["out.ipynb"]).Document.Cells[^1];
        Assert.That(((ExecuteResultOutput)last.Outputs.Single()).Data.Text("text/plain"), Is.EqualTo("8"));

        using var other = await HostProcess.StartSupervisedAsync(_scratch, """{"parameters":{"m":{"text":"8"}}}""", "run", file);
        var refused = await HostProcess.FinishAsync(other);
        Assert.That((refused.ExitCode, refused.Names.Single()), Is.EqualTo((2, "invalid")));
    }

    [Test]
    public async Task Convert_NotebookAndBack_KeepsTheCellsOrSaysWhatIsWrong()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of("1 + 1"));
        var there = await HostProcess.RunAsync(_scratch, "convert", file, _scratch["n.dib"]);
        var back = await HostProcess.RunAsync(_scratch, "convert", _scratch["n.dib"], _scratch["back.ipynb"]);
        Assert.That((there.ExitCode, back.ExitCode), Is.EqualTo((0, 0)));
        Assert.That(NotebookReader.ReadFile(_scratch["back.ipynb"]).Document.Cells.Single().Source, Is.EqualTo("1 + 1"));

        var refused = await HostProcess.RunAsync(_scratch, "convert", file, _scratch["n.txt"]);
        Assert.That((refused.ExitCode, refused.Names.Single()), Is.EqualTo((2, "invalid")));
    }

    [Test]
    public void OutputFolder_HoldsNoLibraryThatNotebooksUse()
    {
        var names = Directory.GetFiles(HostProcess.OutputFolder, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        Assert.That(names, Has.Member("HighLight.Notebooks.Host"));
        Assert.That(
            names.Where(name => name.StartsWith("HighLight.", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "HighLight.Notebooks", "HighLight.Notebooks.Host", "HighLight.Notebooks.Surface" }));
        Assert.That(
            names,
            Has.None.StartsWith("Newtonsoft").And.None.StartsWith("FSharp").And.None.StartsWith("Apache").And.None.StartsWith("XPlot"));
    }

    private IEnumerable<string?> Files() => Directory.GetFileSystemEntries(_scratch.Folder).Select(Path.GetFileName);
}
