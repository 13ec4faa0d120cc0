using CsCheck;
using static HighLight.Evaluation.Evaluate;

namespace HighLight.Evaluation;

[TestFixture]
public sealed class MappingTests
{
    [Test]
    public void Parse_PrintedMapping_IsTheSame() =>
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, int.MaxValue], Gen.Int[1, int.MaxValue], Choice(Enum.GetValues<DramLoopOrder>()))
            .Sample((m, k, n, order) => Mapping.Parse(new Mapping(m, k, n, order).ToString()) == new Mapping(m, k, n, order));

    [Test]
    public void ToString_NamesTilesAndOuterLoop() =>
        Assert.That(new Mapping(128, 1024, 64, DramLoopOrder.NOuter).ToString(), Is.EqualTo("M128 K1024 N64, N outer"));

    [TestCase("")]
    [TestCase("M128 K1024 N64")]
    [TestCase("K1024 M128 N64, N outer")]
    [TestCase("M0 K1024 N64, N outer")]
    [TestCase("M-1 K1024 N64, N outer")]
    [TestCase("M K1024 N64, N outer")]
    [TestCase("M1.5 K1024 N64, N outer")]
    [TestCase("M99999999999 K1024 N64, N outer")]
    [TestCase("M128 K1024 N64, N outer outer")]
    public void Parse_NoMapping_ShowsTheTextAndTheForm(string text) =>
        Assert.That(() => Mapping.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains($"'{text}'").And.Message.Contains("M128 K1024 N128, N outer"));

    [Test]
    public void Parse_Null_Throws() => Assert.That(() => Mapping.Parse(null!), Throws.ArgumentNullException);
}
