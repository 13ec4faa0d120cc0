using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Hardware;

[TestFixture]
public sealed class OperandSupportTests
{
    private static readonly OperandSupport HighLight = Accelerators.HighLight.A;

    [TestCase("C1(4:8)→C0(2:4)", "C1(4:8)→C0(2:4)")]
    [TestCase("C0(2:4)", "C1(4:4)→C0(2:4)")]
    [TestCase("C0(1:4)", "C1(4:4)→C0(2:4)")]
    [TestCase("C1(2:4)→C0(2:4)", "C1(4:8)→C0(2:4)")]
    [TestCase("C1(4:6)→C0(2:3)", "C1(4:6)→C0(2:3)")]
    [TestCase("C0(3:4)", "C1(4:4)→C0(2:2)")]
    public void Serve_HighLight_FindsTheSparsestMemberThatHolds(string pattern, string member) =>
        Assert.That(HighLight.Serve(HssPattern.Parse(pattern)), Is.EqualTo(HssPattern.Parse(member)));

    [Test]
    public void Serve_EachMemberOfTheFamily_IsServedAtItsOwnDensity()
    {
        foreach (var member in HighLight.Families[0].Patterns())
        {
            Assert.That(HighLight.Serve(member)!.Density, Is.EqualTo(member.Density), member.ToString());
        }
    }

    [TestCase("C0(3:4)")]
    [TestCase("C0(2:3)")]
    [TestCase("C0(1:1)")]
    public void Serve_TensorCoreWithTwoOfFour_ServesNothingDenser(string pattern) =>
        Assert.That(Accelerators.SparseTensorCore.A.Serve(HssPattern.Parse(pattern)), Is.Null);

    [Test]
    public void Serve_SeveralFamilies_TakesTheSparsest()
    {
        var support = new OperandSupport { Families = [HssFamily.Parse("C0(2:4)"), HssFamily.Parse("C0(2:8)")] };
        Assert.That(support.Serve(HssPattern.Parse("C0(2:8)")), Is.EqualTo(HssPattern.Parse("C0(2:8)")));
        Assert.That(support.Serve(HssPattern.Parse("C0(2:4)")), Is.EqualTo(HssPattern.Parse("C0(2:4)")));
    }

    [Test]
    public void Serve_Null_Throws() => Assert.That(() => HighLight.Serve(null!), Throws.ArgumentNullException);
}
