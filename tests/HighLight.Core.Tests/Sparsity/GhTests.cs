using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class GhTests
{
    [TestCase(0, 4)]
    [TestCase(5, 4)]
    [TestCase(1, 0)]
    [TestCase(1, Gh.MaxH + 1)]
    public void Constructor_OutsideItsRange_Throws(int g, int h) =>
        Assert.That(() => new Gh(g, h), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(1, 1)]
    [TestCase(4, 4)]
    [TestCase(1, Gh.MaxH)]
    public void Constructor_AtTheEndsOfItsRange_IsLegal(int g, int h) => Assert.That(new Gh(g, h).ToString(), Is.EqualTo($"{g}:{h}"));

    [Test]
    public void Default_IsOneOfOne() => Assert.That(default(Gh), Is.EqualTo(new Gh(1, 1)));

    [TestCase(2, 4, 2)]
    [TestCase(2, 3, 2)]
    [TestCase(4, 8, 3)]
    [TestCase(4, 5, 3)]
    [TestCase(1, 2, 1)]
    [TestCase(4, 4, 0)]
    public void OffsetBits_OfARule_IsCeilLog2OfHUnlessDense(int g, int h, int bits) => Assert.That(new Gh(g, h).OffsetBits, Is.EqualTo(bits));

    [Test]
    public void BitsFor_AnyCount_IsTheSmallestThatSuffices() =>
        Gen.Int[1, 1 << 20].Sample(n => 1L << Gh.BitsFor(n) >= n && (n == 1 || 1L << (Gh.BitsFor(n) - 1) < n));
}
