namespace HighLight.Workloads;

[TestFixture]
public sealed class GemmTests
{
    [Test]
    public void Macs_ThousandCubed_DoesNotOverflow()
    {
        var gemm = new Gemm(4096, 4096, 4096);
        Assert.That(gemm.Macs, Is.EqualTo(68_719_476_736));
        Assert.That((gemm.ValuesOfA, gemm.ValuesOfB, gemm.ValuesOfZ), Is.EqualTo((16_777_216L, 16_777_216L, 16_777_216L)));
    }

    [Test]
    public void Swapped_ExchangesMAndN() => Assert.That(new Gemm(2, 3, 5).Swapped().ToString(), Is.EqualTo("5x3x2"));

    [TestCase(0, 1, 1)]
    [TestCase(1, 0, 1)]
    [TestCase(1, 1, 0)]
    public void Constructor_DimensionBelowOne_Throws(int m, int k, int n) =>
        Assert.That(() => new Gemm(m, k, n), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase("1024x512x256", 1024, 512, 256)]
    [TestCase("1X2×3", 1, 2, 3)]
    [TestCase(" 7 x 8 x 9 ", 7, 8, 9)]
    public void Parse_ThreeSizes_IsTheProduct(string text, int m, int k, int n) => Assert.That(Gemm.Parse(text), Is.EqualTo(new Gemm(m, k, n)));

    [TestCase("")]
    [TestCase("1024x512")]
    [TestCase("0x1x1")]
    [TestCase("1x1x2147483648")]
    [TestCase("1x2x3x4")]
    [TestCase("1.5x2x3")]
    public void Parse_NotThreeWholeNumbers_SaysWhatIsLegal(string text) =>
        Assert.That(() => Gemm.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("three whole numbers from 1 to 2147483647"));

    [Test]
    public void Parse_WhatToStringWrites_IsTheSame() => Assert.That(Gemm.Parse(new Gemm(3, 4, int.MaxValue).ToString()), Is.EqualTo(new Gemm(3, 4, int.MaxValue)));
}
