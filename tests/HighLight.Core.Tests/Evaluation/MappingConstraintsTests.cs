namespace HighLight.Evaluation;

[TestFixture]
public sealed class MappingConstraintsTests
{
    [TestCase("", "")]
    [TestCase(" any ", "")]
    [TestCase("paper", "no spill")]
    [TestCase("K whole", "K whole")]
    [TestCase(" no spill ,K  whole", "K whole, no spill")]
    [TestCase("N <= 256, M <= 1, K <= 2147483647", "M <= 1, N <= 256")]
    [TestCase("M outer", "M outer")]
    [TestCase("K outer", "K outer, N inner")]
    [TestCase("K outer, M inner, no spill", "K outer, M inner, no spill")]
    public void Parse_Constraints_ArePrintedAndReadBack(string text, string printed)
    {
        var constraints = MappingConstraints.Parse(text);
        Assert.That(constraints.ToString(), Is.EqualTo(printed));
        Assert.That(MappingConstraints.Parse(printed), Is.EqualTo(constraints));
    }

    [TestCase("whole", "'whole' is not a constraint")]
    [TestCase("N <= 0", "'N <= 0' is not a constraint")]
    [TestCase("N < 4, Q <= 3", "'N < 4' is not a constraint; 'Q <= 3' is not a constraint")]
    [TestCase("N inner", "'N inner' is not a constraint")]
    [TestCase("M outer, N outer", "'N outer' says the order again")]
    [TestCase("M outer, M inner", "'M outer, M inner' is not a constraint")]
    [TestCase("N <= 4, N <= 5", "'N <= 5' says the tile of N again")]
    public void Parse_OtherText_IsRefusedWithEveryReason(string text, string reason) =>
        Assert.That(() => MappingConstraints.Parse(text), Throws.TypeOf<FormatException>().With.Message.StartsWith(reason).And.Message.Contains("'N <= 256'"));

    [Test]
    public void MaxTile_BelowOne_IsRefused() =>
        Assert.That(() => MappingConstraints.None with { MaxTileN = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
}
