using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Hosting;

public sealed class HostWatchTests
{
    private static readonly double Limit = HostWatch.LimitGrace.TotalSeconds;
    private static readonly double CellLimit = HostWatch.CellGrace.TotalSeconds;

    [Test]
    public void Overdue_NoLimits_NeverComesBeforeTheEnd()
    {
        var time = new ManualTime();
        using var watch = new HostWatch(TimeLimits.None, time);
        watch.Observe(new NotebookStarted(3));
        watch.Observe(new CellStarted(1, 3));
        time.Advance(1_000_000);
        Assert.That(watch.Overdue.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Overdue_CellBeyondItsLimit_ComesAfterTheGrace()
    {
        var time = new ManualTime();
        using var watch = new HostWatch(new TimeLimits(TimeSpan.FromSeconds(5), null), time);
        watch.Observe(new CellStarted(1, 3));
        time.Advance(4);
        watch.Observe(new CellFinished(1, true));
        time.Advance(1000);
        watch.Observe(new CellStarted(2, 3));
        time.Advance(5 + CellLimit - 0.001);
        Assert.That(watch.Overdue.IsCancellationRequested, Is.False);
        time.Advance(0.001);
        AssertOverdue(watch);
    }

    [Test]
    public void Overdue_NotebookBeyondItsLimit_ComesWhateverItsCellsDo()
    {
        var time = new ManualTime();
        using var watch = new HostWatch(new TimeLimits(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(10)), time);
        time.Advance(10 + Limit - 1);
        watch.Observe(new NotebookStarted(3));
        watch.Observe(new CellStarted(1, 3));
        time.Advance(10 + Limit - 0.001);
        Assert.That(watch.Overdue.IsCancellationRequested, Is.False, "the time before the start does not count");
        time.Advance(0.001);
        AssertOverdue(watch);
    }

    [Test]
    public void Overdue_HostThatNeverStarts_ComesByTheLimitOfTheNotebook()
    {
        var time = new ManualTime();
        using var watch = new HostWatch(new TimeLimits(null, TimeSpan.FromSeconds(10)), time);
        time.Advance(10 + Limit);
        AssertOverdue(watch);
    }

    private static IEnumerable<TestCaseData> LastWords()
    {
        yield return new TestCaseData(new NotebookFinished(true, 1, 0), HostWatch.EndGrace);
        yield return new TestCaseData(new NotebookInvalid("no"), HostWatch.EndGrace);
        yield return new TestCaseData(new WriteFailed("full"), HostWatch.EndGrace);
        yield return new TestCaseData(new NotebookTimedOut(1, 5, true), HostWatch.LimitGrace);
    }

    [TestCaseSource(nameof(LastWords))]
    public void Overdue_HostThatStaysAfterItsLastWord_Comes(object word, TimeSpan grace)
    {
        var time = new ManualTime();
        using var watch = new HostWatch(TimeLimits.None, time);
        watch.Observe((HostEvent)word);
        time.Advance(grace.TotalSeconds - 0.001);
        Assert.That(watch.Overdue.IsCancellationRequested, Is.False);
        time.Advance(0.001);
        AssertOverdue(watch);
    }

    [Test]
    public void Observe_AfterTheEnd_DoesNothing()
    {
        var watch = new HostWatch(new TimeLimits(null, TimeSpan.FromSeconds(1)), new ManualTime());
        watch.Dispose();
        Assert.That(() => watch.Observe(new NotebookStarted(1)), Throws.Nothing);
    }

    private static void AssertOverdue(HostWatch watch) =>
        Assert.That(watch.Overdue.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)), Is.True, "cancelled on another thread");
}
