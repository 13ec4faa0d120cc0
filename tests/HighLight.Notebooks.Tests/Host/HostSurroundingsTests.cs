using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>What cells find in their process and do to it. Few hosts, since each costs the start of a compiler.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class HostSurroundingsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Run_OutputPastConsole_StandsWhereItWasWritten()
    {
        var (host, outputs) = await RunAsync(
            ["--log-output"],
            """
            Console.WriteLine("before");
            string script = "echo child; echo error >&2; cat; head -c 300000 /dev/zero | tr '\\0' x";
            using (var p = System.Diagnostics.Process.Start("sh", new[] { "-c", script })) p.WaitForExit();
            Console.WriteLine("after");
            """,
            """
            var o = Console.OpenStandardOutput(); o.Write(new byte[] { 0xC3 });
            display(1);
            o.Write(new byte[] { 0xA9, 0xFF }); o.Flush();
            """,
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string s);
            puts("native"); Console.WriteLine("managed"); puts("end");
            """);
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(outputs[0].Cast<StreamOutput>().Select(output => output.Name), Is.EqualTo(new[] { "stdout", "stderr", "stdout" }));
        Assert.That(((StreamOutput)outputs[0][0]).Text, Is.EqualTo("before\nchild\n" + new string('x', 300_000)));
        Assert.That(((StreamOutput)outputs[0][2]).Text, Is.EqualTo("after\n"));
        Assert.That(((StreamOutput)outputs[1][^1]).Text, Is.EqualTo("é\ufffd"), "a character stays whole");
        Assert.That(((StreamOutput)outputs[2].Single()).Text, Is.EqualTo("native\nmanaged\nend\n"));

        string log = string.Concat(
            host.Events.Where(item => item.GetProperty("event").ValueEquals("output") && item.GetProperty("cell").GetInt32() == 3)
            .Select(item => $"{item.GetProperty("stream")}: {item.GetProperty("text")}"));
        Assert.That(log, Is.EqualTo("stdout: native\nmanaged\nend\n"));
        Assert.That(
            host.Names, Has.All.Matches<string>(name => name is "started" or "cell-started" or "output" or "cell-finished" or "finished"));
    }

    [Test]
    public async Task Run_CulturesAndLeftOverThreads_AreAsInEveryProgramAndKeepNothingAlive()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var (host, outputs) = await RunAsync(
            [],
            """
            (1234.5).ToString("C", new System.Globalization.CultureInfo("de-DE")) + 1.5
                + System.Globalization.CultureInfo.CurrentCulture.Name
            """,
            """
            "é".Normalize(System.Text.NormalizationForm.FormD).Length + string.Concat(new[] { "b", "A", "a", "B" }.OrderBy(s => s))
            """,
            """
            new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);
            """);
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(
            outputs.Take(2).Select(cell => ((ExecuteResultOutput)cell.Single()).Data.Text("text/plain")),
            Is.EqualTo(new[] { "1.234,50 €1.5", "2aAbB" }));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(4)), "the host was not killed by the test's own limit");
    }

    [Test]
    public async Task Run_InvariantGlobalizationInTheEnvironment_IsHeededWithAWarning()
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of(""));
        var host = await HostProcess.FinishAsync(HostProcess.Start(_scratch, ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), "run", file));
        Assert.That(host.ExitCode, Is.Zero, host.Error);
        Assert.That(
            host.Event("warning").GetProperty("message").GetString(), Does.StartWith("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT is set"));
    }

    private async Task<(HostProcess Host, CellOutput[][] Outputs)> RunAsync(string[] options, params string[] cells)
    {
        string file = _scratch.Write("n.ipynb", NotebookText.Of(cells));
        var host = await HostProcess.RunAsync(_scratch, ["run", file, "--output", file, .. options]);
        return (host, [.. NotebookReader.ReadFile(file).Document.Cells.Cast<CodeCell>().Select(cell => cell.Outputs.ToArray())]);
    }
}
