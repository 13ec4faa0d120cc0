using HighLight.Commands.Hosting;

namespace HighLight.Commands.Tests.Hosting;

public sealed class OutputExcerptTests
{
    private const int AllShown = OutputExcerpt.HeadLines + OutputExcerpt.TailLines + 1;

    [Test]
    public void Of_FewLines_IsAll() => Assert.That(OutputExcerpt.Of(Lines(AllShown)), Is.EqualTo(Lines(AllShown)));

    [Test]
    public void Of_OneLineMore_KeepsBeginningAndEnd()
    {
        var lines = OutputExcerpt.Of(Lines(AllShown + 1)).Split('\n');
        Assert.That(lines, Has.Length.EqualTo(AllShown));
        Assert.That(lines[..OutputExcerpt.HeadLines], Is.EqualTo(Lines(OutputExcerpt.HeadLines).Split('\n')));
        Assert.That(lines[OutputExcerpt.HeadLines], Is.EqualTo("… 2 lines left out …"));
        Assert.That(lines[^1], Is.EqualTo("line 17"));
    }

    [TestCase(0, "")]
    [TestCase(1, " …")]
    public void Of_LongLine_IsCut(int more, string end) =>
        Assert.That(OutputExcerpt.Of(new string('x', OutputExcerpt.LineLength + more)), Is.EqualTo(new string('x', OutputExcerpt.LineLength) + end));

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(number => $"line {number}"));
}
