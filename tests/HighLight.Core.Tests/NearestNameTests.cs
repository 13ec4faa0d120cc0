namespace HighLight;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["tc", "stc", "dstc", "s2ta", "highlight", "dsso", "all"];

    [TestCase("hihglight", "highlight", Description = "two neighbours exchanged")]
    [TestCase("HILIGHT", "highlight", Description = "letters missing, other case")]
    [TestCase("dst", "dstc")]
    [TestCase("s2a", "s2ta")]
    public void Find_Misspelt_IsTheNearest(string text, string expected) => Assert.That(NearestName.Find(text, Known), Is.EqualTo(expected));

    [TestCase("eyeriss")]
    [TestCase("")]
    public void Find_Foreign_IsNone(string text) => Assert.That(NearestName.Find(text, Known), Is.Null);

    [Test]
    public void Find_AtTheLimit_IsFoundAndBeyondItIsNot()
    {
        // A third of nine letters: three errors.
        Assert.That(NearestName.Find("hxghxxght", ["highlight"]), Is.EqualTo("highlight"));
        Assert.That(NearestName.Find("hxgxxxght", ["highlight"]), Is.Null);
    }

    [Test]
    public void Find_VeryLongText_IsNone() => Assert.That(NearestName.Find(new string('a', 1_000_000), Known), Is.Null);

    [Test]
    public void Find_NothingKnown_IsNone() => Assert.That(NearestName.Find("tc", []), Is.Null);
}
