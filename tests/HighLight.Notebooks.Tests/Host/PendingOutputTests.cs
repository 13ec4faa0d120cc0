using HighLight.Notebooks.Host;

namespace HighLight.Notebooks.Tests.Host;

internal sealed class PendingOutputTests
{
    private readonly PendingOutput _pending = new();

    [SetUp]
    public void TakeAll() => _pending.Take(all: true, TimeSpan.Zero);

    [TestCase("a\nb", "a\n")]
    [TestCase("10 %\r20 %\r30", "10 %\r20 %\r")]
    [TestCase("10 %\r", "10 %\r")]
    [TestCase("a", "")]
    public void Take_SoonAfter_GivesWholeLinesAndKeepsTheRest(string text, string taken)
    {
        _pending.Add("stdout", text, TimeSpan.Zero);
        Assert.That(Take(0), Is.EqualTo(taken));
        Assert.That(Take(0, all: true), Is.EqualTo(text[taken.Length..]));
    }

    [Test]
    public void Take_LineThatGrows_IsGivenOnceItsBeginningHasWaited()
    {
        _pending.Add("stdout", "x\na", TimeSpan.Zero);
        Assert.That(Take(100), Is.EqualTo("x\n"));
        _pending.Add("stdout", "b", TimeSpan.FromMilliseconds(400));
        Assert.That(Take(499), Is.Empty);
        Assert.That(Take(500), Is.EqualTo("ab"));
        _pending.Add("stdout", "c", TimeSpan.FromMilliseconds(600));
        Assert.That(Take(1099), Is.Empty);
        Assert.That(Take(1100), Is.EqualTo("c"));
    }

    [TestCase(PendingOutput.HeldLimit - 1, false)]
    [TestCase(PendingOutput.HeldLimit, true)]
    public void Take_LongLineWithoutAnEnd_IsNotHeldBack(int length, bool isTaken)
    {
        _pending.Add("stdout", new string('x', length), TimeSpan.Zero);
        Assert.That(Take(0), Has.Length.EqualTo(isTaken ? length : 0));
    }

    [Test]
    public void Take_EndlessLine_LeavesRoomForAllThatFollows()
    {
        string piece = new('x', PendingOutput.Limit / 4);
        for (int i = 0; i < 20; i++)
        {
            _pending.Add("stdout", piece, TimeSpan.Zero);
            Assert.That(Take(0), Is.EqualTo(piece));
        }
    }

    [Test]
    public void Take_MoreThanTheLimit_TellsWhatIsLeftOut()
    {
        _pending.Add("stdout", new string('x', PendingOutput.Limit + 7), TimeSpan.Zero);
        var taken = _pending.Take(all: false, TimeSpan.Zero);
        Assert.That(taken.Select(piece => piece.Stream), Is.EqualTo(new[] { "stdout", "stderr" }));
        Assert.That(taken[1].Text, Is.EqualTo("[7 characters are not in this log]\n"));
    }

    [Test]
    public void Take_HalfACharacter_WaitsForTheOther()
    {
        _pending.Add("stdout", "a\ud83d", TimeSpan.Zero);
        Assert.That(Take(500), Is.EqualTo("a"));
        _pending.Add("stdout", "\ude00\n", TimeSpan.FromMilliseconds(600));
        Assert.That(Take(600), Is.EqualTo("\ud83d\ude00\n"));
    }

    private string Take(int milliseconds, bool all = false) =>
        string.Concat(_pending.Take(all, TimeSpan.FromMilliseconds(milliseconds)).Select(piece => piece.Text));
}
