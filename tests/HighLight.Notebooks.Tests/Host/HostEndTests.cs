using System.Diagnostics;
using System.Globalization;
using HighLight.Notebooks.Documents;

namespace HighLight.Notebooks.Tests.Host;

/// <summary>Ends that come before a notebook's: nothing that was shown is lost, and nothing that was started stays.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class HostEndTests : IDisposable
{
    private const string Running = "Console.WriteLine(\"so far\"); System.IO.File.WriteAllText(\"running\", \"\"); while (true) { }";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TestCase("TERM")]
    [TestCase("INT")]
    [Platform(Exclude = "Win")]
    public async Task Run_SignalInARunawayCell_WritesWhatWasReached(string signal)
    {
        Assume.That(InheritedSignals.Ignores(signal), Is.False, "the tests were started with this signal ignored");
        string file = Write("1", Running, "3");
        using var process = HostProcess.Start(_scratch, "run", file, "--output", file);
        await HostProcess.ForAsync(_scratch["running"], process);
        await SignalAsync(signal, process.Id);
        var host = await HostProcess.FinishAsync(process);
        Assert.That(host.ExitCode, Is.EqualTo(130));
        Assert.That(host.Names, Has.No.Member("finished"));
        Assert.That(
            host.Event("cancelled").GetRawText(), Is.EqualTo($$"""{"event":"cancelled","cell":2,"signal":"SIG{{signal}}"}"""));
        Assert.That(
            Outputs(file),
            Is.EqualTo(new[] { "1", "so far\n|CancelledError", "old\n" }), "in place, what was not reached keeps what it had");
        Assert.That(Files(), Is.EquivalentTo(new[] { "n.ipynb", "running" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Run_SupervisorThatDies_IsFollowedWithAllThatCellsStarted()
    {
        const string Start = """
            void Run(string script) => System.Diagnostics.Process.Start("sh", new[] { "-c", script });
            Run("echo $$ >> pids; sleep 1000");
            Run("trap '' TERM; echo $$ >> pids; sleep 1000; sleep 1000");
            Run("(setsid sh -c 'echo $$ >> pids; sleep 1000' &)");
            while (!System.IO.File.Exists("pids") || System.IO.File.ReadAllLines("pids").Length < 3) System.Threading.Thread.Sleep(10);
            """;
        string file = Write(Start + Running, "2");
        using var process = await HostProcess.StartSupervisedAsync(_scratch, "{}", "run", file, "--output", _scratch["out.ipynb"]);
        await HostProcess.ForAsync(_scratch["running"], process);
        process.StandardInput.Close();
        var host = await HostProcess.FinishAsync(process);
        Assert.That(host.ExitCode, Is.EqualTo(130), host.Error);
        Assert.That(Outputs(_scratch["out.ipynb"]), Is.EqualTo(new[] { "so far\n|CancelledError", "" }));
        string[] started = await File.ReadAllLinesAsync(_scratch["pids"]);
        Assert.That(started, Has.Length.EqualTo(3).And.All.Not.Matches<string>(IsAlive));
    }

    [TestCase("--timeout", "cell", "The cell ran longer than 4 s (--timeout).")]
    [TestCase("--notebook-timeout", "notebook", "The notebook ran longer than 4 s (--notebook-timeout).")]
    public async Task Run_Timeout_EndsTheCellThatHoldsTheConsole(string option, string scope, string message)
    {
        string file = Write("lock (Console.Out) { System.Threading.Thread.Sleep(-1); }", "2");
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file, "--html", _scratch["n.html"], option, "4");
        Assert.That(host.ExitCode, Is.EqualTo(124), host.Error);
        Assert.That(host.Names, Is.EqualTo(new[] { "started", "cell-started", "cell-finished", "error", "timed-out" }));
        Assert.That(
            host.Event("error").GetRawText(),
            Is.EqualTo($$"""{"event":"error","cell":1,"line":null,"name":"TimeoutError","message":"{{message}}"}"""));
        Assert.That(
            host.Event("timed-out").GetRawText(), Is.EqualTo($$"""{"event":"timed-out","cell":1,"seconds":4,"scope":"{{scope}}"}"""));
        Assert.That(Outputs(file), Is.EqualTo(new[] { "TimeoutError", "old\n" }));
        Assert.That(File.Exists(_scratch["n.html"]), Is.True);
    }

    [TestCase("Console.WriteLine(\"so far\"); Environment.Exit(0);", "ProcessExit")]
    [TestCase(
        "Console.WriteLine(\"so far\"); new System.Threading.Thread(() => throw new NotSupportedException(\"m\")).Start();"
        + " System.Threading.Thread.Sleep(-1);",
        "System.NotSupportedException")]
    public async Task Run_CellThatEndsTheProcess_HasFailed(string code, string error)
    {
        string file = Write("1", code, "3");
        var host = await HostProcess.RunAsync(
            _scratch, "run", file, "--output", _scratch["out.ipynb"], "--allow-errors", "--journal", _scratch["journal"]);
        Assert.That(host.ExitCode, Is.EqualTo(1), host.Error);
        Assert.That(Files(), Is.EquivalentTo(new[] { "n.ipynb", "out.ipynb" }), "the journal is for a process that dies");
        Assert.That(host.Names.TakeLast(3), Is.EqualTo(new[] { "cell-finished", "error", "finished" }));
        Assert.That(host.Event("error").GetProperty("name").GetString(), Is.EqualTo(error));
        Assert.That(Outputs(_scratch["out.ipynb"]), Is.EqualTo(new[] { "1", $"so far\n|{error}", "" }));
    }

    [Test]
    public async Task Run_HostThatDies_LeavesWhatWasFinishedAndSaysWhy()
    {
        string file = Write("1", "2", "Environment.FailFast(\"the reason\");", "4");
        var host = await HostProcess.RunAsync(_scratch, "run", file, "--output", file);
        Assert.That(host.ExitCode, Is.Not.Zero);
        Assert.That(host.Names, Has.No.Member("finished"));
        Assert.That(host.Error, Does.Contain("the reason"));
        Assert.That(Outputs(file), Is.EqualTo(new[] { "1", "2", "old\n", "old\n" }));
    }

    [Test]
    [Platform("Linux")]
    public async Task Recover_HostThatDied_WritesWhatTheJournalHolds()
    {
        const string Death = """
            var handle = display("first"); Console.Write("text ü"); handle.Update("then");
            System.Diagnostics.Process.Start("echo", "child").WaitForExit();
            Console.WriteLine("!"); Environment.FailFast("the reason");
            """;
        string file = Write("1", Death, "3");
        string[] options = [file, "--output", file, "--html", _scratch["n.html"], "--journal", _scratch["journal"]];
        var dead = await HostProcess.RunAsync(_scratch, ["run", .. options]);
        Assert.That((dead.Names.Last(), File.Exists(_scratch["n.html"])), Is.EqualTo(("cell-started", false)));
        using var process = await HostProcess.StartSupervisedAsync(
            _scratch, """{"error":{"name":"HostDied","message":"the reason\nin two lines"}}""", ["recover", .. options]);
        var host = await HostProcess.FinishAsync(process);
        Assert.That((host.ExitCode, host.Events), Is.EqualTo((0, Array.Empty<System.Text.Json.JsonElement>())), host.Error);
        Assert.That(Outputs(file), Is.EqualTo(new[] { "1", "display_data|text üchild\n!\n|HostDied", "old\n" }));
        Assert.That(
            await File.ReadAllTextAsync(_scratch["n.html"]), Does.Contain("then").And.Contain("HostDied: the reason\nin two lines"));
    }

    // Every cell has an output of an earlier run.
    private string Write(params string[] cells)
    {
        var document = NotebookText.OfCode(cells);
        string file = _scratch["n.ipynb"];
        NotebookWriter.WriteFile(
            document with { Cells = [.. document.Cells.Cast<CodeCell>().Select(
                cell => cell with { Outputs = [new StreamOutput("stdout", "old\n", [])] })] }, file);
        return file;
    }

    private static IEnumerable<string> Outputs(string file) => NotebookReader.ReadFile(file).Document.Cells.Cast<CodeCell>()
        .Select(cell => string.Join('|', cell.Outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        ExecuteResultOutput result => result.Data.Text("text/plain"),
        ErrorOutput error => error.Name,
        _ => output.OutputType,
    })));

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    // A process that has ended may wait for its parent to notice.
    private static bool IsAlive(string process)
    {
        string status = $"/proc/{process}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }

    private IEnumerable<string?> Files() => Directory.GetFileSystemEntries(_scratch.Folder).Select(Path.GetFileName);
}
