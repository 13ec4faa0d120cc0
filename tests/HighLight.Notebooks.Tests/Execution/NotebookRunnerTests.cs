using System.Text.Json;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Tests.Execution;

[NonParallelizable]
internal sealed class NotebookRunnerTests
{
    [Test]
    public async Task Run_FailingCell_EndsTheNotebookAndLaterCellsHaveNoOutputs()
    {
        var (run, events) = await RunAsync(false, "1", "throw new Exception();", "2");
        Assert.That((run.Executed, run.Failed), Is.EqualTo((2, 1)));
        Assert.That(events, Is.EqualTo(new[] { "start 1", "end 1", "start 2", "fail 2" }));
        Assert.That(((CodeCell)run.Document.Cells[2]).Outputs, Is.Empty);
        Assert.That(((CodeCell)run.Document.Cells[2]).ExecutionCount, Is.Null);
    }

    [Test]
    public async Task Run_AllowErrors_GoesOn()
    {
        var (run, events) = await RunAsync(true, "throw new Exception();", "2");
        Assert.That((run.Executed, run.Failed), Is.EqualTo((2, 1)));
        Assert.That(events, Has.Member("end 2"));
    }

    [Test]
    public async Task Run_BlankCell_HasNoCount()
    {
        var (run, events) = await RunAsync(false, " \n", "1");
        Assert.That(run.Document.Cells.Cast<CodeCell>().Select(cell => cell.ExecutionCount), Is.EqualTo(new int?[] { null, 1 }));
        Assert.That(events, Has.Exactly(4).Items);
    }

    [Test]
    public async Task Run_CellTaggedToFail_DoesNotCountAsFailed()
    {
        var document = NotebookText.OfCode("throw new Exception();", "1");
        var tagged = document.Cells[0] with { Metadata = JsonSerializer.Deserialize<JsonElement>("""{"tags":["raises-exception"]}""") };
        var (run, _) = await RunAsync(false, document with { Cells = document.Cells.SetItem(0, tagged) });
        Assert.That((run.Executed, run.Failed), Is.EqualTo((2, 0)));
        Assert.That(((CodeCell)run.Document.Cells[0]).Outputs.Single(), Is.TypeOf<ErrorOutput>());
    }

    [TestCase("""{"polyglot_notebook":{"kernelName":"fsharp"}}""", "fsharp")]
    [TestCase("""{"dotnet_interactive":{"language":"pwsh"}}""", "pwsh")]
    [TestCase("""{"vscode":{"languageId":"python"}}""", "python")]
    [TestCase("""{"polyglot_notebook":{"kernelName":"csharp"},"vscode":{"languageId":"python"}}""", null)]
    [TestCase("""{"vscode":{"languageId":"polyglot-notebook"}}""", null)]
    [TestCase("""{"vscode":{"languageId":"dotnet-interactive.csharp"}}""", null)]
    [TestCase("""{"dotnet_interactive":{"language":"cs"}}""", null)]
    public async Task Run_CellThatNamesALanguage_FailsUnlessItIsCSharp(string metadata, string? language)
    {
        var document = NotebookText.OfCode("1");
        var cell = document.Cells[0] with { Metadata = JsonSerializer.Deserialize<JsonElement>(metadata) };
        var (run, _) = await RunAsync(false, document with { Cells = [cell] });
        var output = ((CodeCell)run.Document.Cells[0]).Outputs.Single();
        Assert.That((output as ErrorOutput)?.Message, language is null ? Is.Null : Does.Contain($"'{language}'"));
    }

    [Test]
    public async Task Run_CellOfAnotherLanguage_Fails()
    {
        var document = NotebookText.OfCode("let x = 1");
        var fsharp = document.Cells[0] with { Metadata = JsonSerializer.Deserialize<JsonElement>(
            """{"polyglot_notebook":{"kernelName":"fsharp"}}""") };
        var (run, _) = await RunAsync(false, document with { Cells = [fsharp] });
        Assert.That(((ErrorOutput)((CodeCell)run.Document.Cells[0]).Outputs.Single()).Message, Does.Contain("'fsharp'"));
    }

    [Test]
    public async Task Run_SkippedCell_IsNotRunAndKeepsWhatItHad()
    {
        var document = NotebookText.OfCode("throw new Exception();", "1");
        var had = ((CodeCell)document.Cells[0]) with
        {
            Metadata = JsonSerializer.Deserialize<JsonElement>("""{"tags":["skip-execution"]}"""),
            ExecutionCount = 1,
            Outputs = [new StreamOutput("stdout", "old", [])],
        };
        var (run, events) = await RunAsync(false, document with { Cells = document.Cells.SetItem(0, had) });
        Assert.That(events, Is.EqualTo(new[] { "skip 1", "start 2", "end 2" }));
        Assert.That(run.Document.Cells[0], Is.SameAs(had));
        Assert.That((run.Executed, ((CodeCell)run.Document.Cells[1]).ExecutionCount), Is.EqualTo((1, (int?)1)));
    }

    [Test]
    public async Task Run_HandleOfAnEarlierCell_ReplacesItsOutput()
    {
        var (run, _) = await RunAsync(false, "var shown = display(\"first\");", "shown.Update(\"second\");");
        var output = (DisplayDataOutput)((CodeCell)run.Document.Cells[0]).Outputs.Single();
        Assert.That(output.Data.Text("text/plain"), Is.EqualTo("second"));
        Assert.That(((CodeCell)run.Document.Cells[1]).Outputs, Is.Empty);
    }

    [Test]
    public async Task Interrupt_RunningCell_KeepsItsOutputsAndTheRest()
    {
        var document = NotebookText.OfCode("1", "Console.WriteLine(\"so far\"); await System.Threading.Tasks.Task.Delay(-1);", "2");
        document = document with { Cells = [.. document.Cells.Cast<CodeCell>().Select(
            cell => cell with { Outputs = [new StreamOutput("stdout", "old", [])] })] };
        using var session = new NotebookSession(TestContext.CurrentContext.WorkDirectory);
        var progress = new RunProgress(document, session);
        _ = NotebookRunner.RunAsync(progress, allowErrors: false, new Recorder());
        while (session.Outputs(2) is not { Length: > 0 })
        {
            await Task.Delay(10);
        }

        Assert.That(
            Outputs(progress.Reached(keepRest: true)),
            Is.EqualTo(new[] { "execute_result", "old", "old" }), "a cell that runs is not reached yet");
        Assert.That(progress.Interrupt(CellError.Of("Why", "because")), Is.EqualTo(2));
        Assert.That(Outputs(progress.Reached(keepRest: true)), Is.EqualTo(new[] { "execute_result", "so far\n,Why", "old" }));
        Assert.That(Outputs(progress.Reached(keepRest: false)), Is.EqualTo(new[] { "execute_result", "so far\n,Why", "" }));
        Assert.That(progress.Interrupt(CellError.Of("Why", "because")), Is.Null);
        progress.Finish(1, [], isFailed: true);
        Assert.That(progress.Failed, Is.EqualTo(1), "it has failed once");
        Assert.That(Outputs(progress.Reached(keepRest: true)), Is.EqualTo(new[] { "execute_result", "so far\n,Why", "old" }));
    }

    private static IEnumerable<string> Outputs(NotebookDocument document) => document.Cells.Cast<CodeCell>()
        .Select(cell => string.Join(',', cell.Outputs.Select(output =>
        output switch { StreamOutput stream => stream.Text, ErrorOutput error => error.Name, _ => output.OutputType })));

    private static Task<(NotebookRun Run, List<string> Events)> RunAsync(bool allowErrors, params string[] cells) =>
        RunAsync(allowErrors, NotebookText.OfCode(cells));

    private static async Task<(NotebookRun Run, List<string> Events)> RunAsync(bool allowErrors, NotebookDocument document)
    {
        using var session = new NotebookSession(TestContext.CurrentContext.WorkDirectory);
        var observer = new Recorder();
        return (await NotebookRunner.RunAsync(document, session, allowErrors, observer), observer.Events);
    }

    private sealed class Recorder : IRunObserver
    {
        public List<string> Events { get; } = [];

        public void CellStarted(int cell) => Events.Add(FormattableString.Invariant($"start {cell}"));

        public void CellSkipped(int cell) => Events.Add(FormattableString.Invariant($"skip {cell}"));

        public void CellFinished(int cell, CellError? error, TimeSpan elapsed) =>
            Events.Add(FormattableString.Invariant($"{(error is null ? "end" : "fail")} {cell}"));
    }
}
