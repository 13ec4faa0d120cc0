using System.Text.Json;
using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Execution.Journal;

namespace HighLight.Notebooks.Tests.Execution.Journal;

internal sealed class RunJournalTests
{
    private static readonly CellError Death = CellError.Of("HostDied", "why");

    [Test]
    public void Recover_CellThatEndedAndCellThatDied_HaveTheirOutputs()
    {
        using var scratch = new Scratch();
        using (var journal = new RunJournal(scratch["j"]))
        {
            journal.CellStarted(1, 1);
            journal.Text(1, "stdout", "a\ud83d");
            journal.Text(1, "stdout", "\ude00b\n");
            journal.Text(1, "stderr", "c");
            journal.Shown(1, Result("\"quoted\" \u2028"));
            journal.CellFinished(1);
            journal.CellStarted(2, 2);
            journal.Shown(2, Display("old"));
            journal.Text(2, "stdout", "x");
            journal.Replaced(2, 0, Display("new"));
            journal.Replaced(1, 2, Result("replaced"));
        }

        var recovered = Recover(scratch, keepRest: false, "1", "2", "3");
        Assert.That(Texts(recovered), Is.EqualTo(new[] { "a\ud83d\ude00b\n|c|replaced", "new|x|HostDied: why", "" }));
        Assert.That(recovered.Cells.Cast<CodeCell>().Select(cell => cell.ExecutionCount), Is.EqualTo(new int?[] { 1, 2, null }));
    }

    [TestCase(0, "1 of 1")]
    [TestCase(1, "")]
    public void Recover_TextWithoutAPlace_IsKeptUntilItIsPlaced(int placed, string rest)
    {
        using var scratch = new Scratch();
        using (var journal = new RunJournal(scratch["j"]))
        {
            journal.CellStarted(1, 1);
            journal.Unplaced("stdout", "1 of 1");
            if (placed > 0)
            {
                journal.Placed();
            }
        }

        Assert.That(Texts(Recover(scratch, keepRest: false, "1"))[0], Is.EqualTo((rest + "|HostDied: why").TrimStart('|')));
    }

    [Test]
    public void Recover_JournalThatIsCutOff_IsReadUpToThere()
    {
        using var scratch = new Scratch();
        using (var journal = new RunJournal(scratch["j"]))
        {
            journal.CellStarted(1, 1);
            journal.Text(1, "stdout", "whole");
            journal.Shown(1, Display("cut"));
        }

        byte[] bytes = File.ReadAllBytes(scratch["j"]);
        File.WriteAllBytes(scratch["j"], bytes[..^10]);
        Assert.That(Texts(Recover(scratch, keepRest: false, "1")), Is.EqualTo(new[] { "whole|HostDied: why" }));
    }

    [Test]
    public void Flush_FloodOfTexts_WritesWhatWasKeptBack()
    {
        using var scratch = new Scratch();
        using var journal = new RunJournal(scratch["j"]);
        journal.CellStarted(1, 1);
        for (int i = 0; i < 10_000; i++)
        {
            journal.Text(1, "stdout", "0123456789");
        }

        Assert.That(File.ReadLines(scratch["j"]).Count(), Is.InRange(101, 200), "few of the texts have a line of their own");
        journal.Flush();
        Assert.That(Texts(Recover(scratch, keepRest: false, "1"))[0], Has.Length.EqualTo(100_000 + "|HostDied: why".Length));
    }

    [TestCase(true, "old")]
    [TestCase(false, "")]
    public void Recover_CellsThatWereNotReached_KeepWhatTheyHadIfAsked(bool keepRest, string rest)
    {
        using var scratch = new Scratch();
        using (var journal = new RunJournal(scratch["j"]))
        {
            journal.CellStarted(2, 1);
            journal.CellFinished(2);
        }

        var tags = NotebookText.Json("{\"tags\":[\"skip-execution\"]}");
        var document = NotebookText.OfCode("1", "2", "3");
        document = document with
        {
            Cells =
            [
                .. document.Cells.Cast<CodeCell>().Select((cell, i) =>
                    cell with { Outputs = [Display("old")], Metadata = i == 0 ? tags : cell.Metadata }),
            ],
        };
        var recovered = RunRecovery.Recover(document, scratch.Folder, scratch["j"], keepRest, Death)!;
        Assert.That(Texts(recovered), Is.EqualTo(new[] { "old", "", rest }));
    }

    [Test]
    public void Recover_NoCellHadStarted_IsNothing()
    {
        using var scratch = new Scratch();
        new RunJournal(scratch["j"]).Dispose();
        Assert.That(RunRecovery.Recover(NotebookText.OfCode("1"), scratch.Folder, scratch["j"], keepRest: false, Death), Is.Null);
    }

    [Test]
    public void Constructor_FileThatExists_IsRefused()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["j"], "mine");
        Assert.That(() => new RunJournal(scratch["j"]), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(scratch["j"]), Is.EqualTo("mine"));
    }

    private static NotebookDocument Recover(Scratch scratch, bool keepRest, params string[] cells) =>
        RunRecovery.Recover(NotebookText.OfCode(cells), scratch.Folder, scratch["j"], keepRest, Death)!;

    private static DisplayDataOutput Display(string text) => new(MimeBundle.OfText(("text/plain", text)), Empty, []);

    private static ExecuteResultOutput Result(string text) => new(1, MimeBundle.OfText(("text/plain", text)), Empty, []);

    private static JsonElement Empty => NotebookText.EmptyObject;

    private static string[] Texts(NotebookDocument document) =>
        [.. document.Cells.Cast<CodeCell>().Select(cell => string.Join('|', cell.Outputs.Select(output => output switch
        {
            StreamOutput stream => stream.Text,
            DisplayDataOutput display => display.Data.Text("text/plain"),
            ExecuteResultOutput result => result.Data.Text("text/plain"),
            ErrorOutput error => string.Join('\n', error.Traceback),
            _ => output.OutputType,
        })))];
}
