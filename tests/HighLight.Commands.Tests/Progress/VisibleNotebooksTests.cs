using System.Collections.Immutable;
using HighLight.Commands.Hosting;
using HighLight.Commands.Progress;

namespace HighLight.Commands.Tests.Progress;

public sealed class VisibleNotebooksTests
{
    private static readonly ImmutableArray<NotebookProgress> All =
    [
        Ended("passed 1", NotebookOutcome.Passed),
        Ended("died", NotebookOutcome.HostDied),
        Ended("passed 2", NotebookOutcome.Passed),
        new("running") { StartedAt = 1 },
        new("next"),
        new("last"),
    ];

    [Test]
    public void Of_AllFit_ShowsAllInOrder()
    {
        var visible = VisibleNotebooks.Of(All, All.Length);
        Assert.That(visible.Shown, Is.EqualTo(All));
        Assert.That(visible.Remainder, Is.Empty);
    }

    [TestCase(1, "running", "and 5 more: 2 passed, 1 host died, 2 waiting")]
    [TestCase(3, "died, running, next", "and 3 more: 2 passed, 1 waiting")]
    [TestCase(5, "passed 1, died, running, next, last", "and 1 more: 1 passed")]
    public void Of_TooMany_ShowsWhatMattersMost(int rows, string shown, string remainder)
    {
        var visible = VisibleNotebooks.Of(All, rows);
        Assert.That(string.Join(", ", visible.Shown.Select(notebook => notebook.Name)), Is.EqualTo(shown));
        Assert.That(visible.Remainder, Is.EqualTo(remainder));
    }

    private static NotebookProgress Ended(string name, NotebookOutcome outcome) => new(name) { StartedAt = 1, Outcome = outcome };
}
