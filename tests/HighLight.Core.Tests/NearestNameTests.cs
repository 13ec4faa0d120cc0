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

    [TestCase("CONV", "conv.weight")]
    [TestCase("block2", "block2/conv.weight", Description = "the beginning of a long name")]
    [TestCase("blokc2/", "block2/conv.weight", Description = "misspelt, and the beginning only")]
    [TestCase("conv.wieght", "conv.weight")]
    public void FindPart_PartOrMisspelt_IsThatName(string text, string expected) =>
        Assert.That(NearestName.FindPart(text, ["", "conv.weight", "block2/conv.weight"]), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("fibertree")]
    public void FindPart_Foreign_IsNone(string text) => Assert.That(NearestName.FindPart(text, ["conv.weight", "block2/conv.weight"]), Is.Null);

    [Test]
    public void FindPart_BothSidesOfTheLongestName_IsFoundOrNone()
    {
        Assert.That(NearestName.FindPart(new string('a', 256), [new string('a', 256)]), Is.Not.Null);
        Assert.That(NearestName.FindPart(new string('a', 257), [new string('a', 257)]), Is.Null);
    }

    [Test]
    public void Find_NothingKnown_IsNone() => Assert.That(NearestName.Find("tc", []), Is.Null);
}
