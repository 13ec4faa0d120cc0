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

    [Test]
    public async Task Run_CellOfAnotherLanguage_Fails()
    {
        var document = NotebookText.OfCode("let x = 1");
        var fsharp = document.Cells[0] with { Metadata = JsonSerializer.Deserialize<JsonElement>("""{"polyglot_notebook":{"kernelName":"fsharp"}}""") };
        var (run, _) = await RunAsync(false, document with { Cells = [fsharp] });
        Assert.That(((ErrorOutput)((CodeCell)run.Document.Cells[0]).Outputs.Single()).Message, Does.Contain("'fsharp'"));
    }

    private static Task<(NotebookRun Run, List<string> Events)> RunAsync(bool allowErrors, params string[] cells) => RunAsync(allowErrors, NotebookText.OfCode(cells));

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

        public void CellFinished(int cell, CellError? error, TimeSpan elapsed) => Events.Add(FormattableString.Invariant($"{(error is null ? "end" : "fail")} {cell}"));
    }
}
