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
}
