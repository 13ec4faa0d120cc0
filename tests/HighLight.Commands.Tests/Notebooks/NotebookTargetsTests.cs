using System.Collections.Immutable;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Notebooks;

public sealed class NotebookTargetsTests
{
    private static readonly string Root = Path.GetFullPath("/r");
    private static readonly ImmutableArray<string> Two = [Path.Combine(Root, "x", "a.ipynb"), Path.Combine(Root, "y", "b.ipynb")];
    private static readonly ImmutableArray<string> SameName = [Path.Combine(Root, "x", "a.ipynb"), Path.Combine(Root, "y", "a.ipynb")];

    [Test]
    public void Plan_NoTarget_WritesNothing()
    {
        var jobs = Plan(new NotebookTargets(), Two, out var problems);
        Assert.That(problems, Is.Empty);
        Assert.That(jobs.Select(job => (job.Name, job.Output, job.Html)), Is.EqualTo(new[] { ("a.ipynb", (string?)null, (string?)null), ("b.ipynb", null, null) }));
    }

    [Test]
    public void Plan_InPlace_WritesEachOverItself() =>
        Assert.That(Plan(new NotebookTargets { InPlace = true }, Two, out _).Select(job => job.Output), Is.EqualTo(Two));

    [Test]
    public void Plan_Folders_ReceiveCopiesAndPages()
    {
        var settings = new RunSettings { AllowsErrors = true };
        var (copies, pages) = (Path.Combine(Root, "o"), Path.Combine(Root, "h"));
        var targets = new NotebookTargets { OutputFolder = copies, HtmlFolder = pages, Settings = settings };
        var jobs = Plan(targets, Two, out var problems);
        Assert.That(problems, Is.Empty);
        Assert.That(
            jobs[1],
            Is.EqualTo(new NotebookJob(Two[1], "b.ipynb")
            {
                Output = Path.Combine(copies, "b.ipynb"),
                Html = Path.Combine(pages, "b.html"),
                Settings = settings,
            }));
    }

    [Test]
    public void Plan_SameFileNameTwice_IsCalledByItsPath() =>
        Assert.That(Plan(new NotebookTargets(), SameName, out _).Select(job => job.Name), Is.EqualTo([Path.Combine("x", "a.ipynb"), Path.Combine("y", "a.ipynb")]));

    [Test]
    public void Plan_TwoInputsToOneOutput_IsAProblemForCopiesAndPages()
    {
        Plan(new NotebookTargets { OutputFolder = Path.Combine(Root, "o"), HtmlFolder = Path.Combine(Root, "h") }, SameName, out var problems);
        Assert.That(problems, Has.Count.EqualTo(2).And.All.Contain("would both be written to"));
    }

    [Test]
    public void Plan_OutputOverAnInput_IsAProblemThatNamesInPlace()
    {
        Plan(new NotebookTargets { OutputFolder = Path.Combine(Root, "x") }, Two, out var problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain("--in-place"));
    }

    [Test]
    public void Plan_InPlaceTogetherWithOutput_IsAProblem()
    {
        Plan(new NotebookTargets { InPlace = true, OutputFolder = Path.Combine(Root, "o") }, Two, out var problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain("exclude each other"));
    }

    [Test]
    public void Plan_Script_IsWrittenAsANotebook()
    {
        var targets = new NotebookTargets { OutputFolder = Path.Combine(Root, "o") };
        var jobs = Plan(targets, [Path.Combine(Root, "x", "a.DIB")], out var problems);
        Assert.That(problems, Is.Empty);
        Assert.That(jobs[0].Output, Is.EqualTo(Path.Combine(Root, "o", "a.ipynb")));
    }

    [Test]
    public void Plan_ScriptAndNotebookOfOneName_CollideOnlyWhereTheyAreWritten()
    {
        ImmutableArray<string> both = [Path.Combine(Root, "x", "a.ipynb"), Path.Combine(Root, "x", "a.dib")];
        Plan(new NotebookTargets(), both, out var problems);
        Assert.That(problems, Is.Empty);
        Plan(new NotebookTargets { OutputFolder = Path.Combine(Root, "o") }, both, out problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain("'a.ipynb' and 'a.dib' would both be written to"));
    }

    [Test]
    public void Plan_ScriptInPlace_IsRefusedWithTheReason()
    {
        Plan(new NotebookTargets { InPlace = true }, [Path.Combine(Root, "x", "a.dib")], out var problems);
        Assert.That(
            problems,
            Has.Count.EqualTo(1).And.One.Contain("holds no outputs").And.One.Contain("--output DIR, which writes a.ipynb"));
    }

    [Test]
    public void Plan_FolderThatIsAFile_IsAProblem()
    {
        using var world = new FakeWorld();
        Plan(new NotebookTargets { OutputFolder = world.Write("o"), HtmlFolder = world.Write("h") }, Two, out var problems);
        Assert.That(problems, Has.Count.EqualTo(2).And.All.Contain("is a file"));
    }

    private static ImmutableArray<NotebookJob> Plan(NotebookTargets targets, ImmutableArray<string> notebooks, out List<string> problems) =>
        targets.Plan(notebooks, Root, problems = []);
}
