using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Tests.Packages;

/// <summary>The verdicts are NuGet's own (NuGet.Versioning of SDK 10.0.401, floating versions allowed).</summary>
internal sealed class PackageVersionTextTests
{
    [TestCase("1")]
    [TestCase("1.0.0.0")]
    [TestCase("01.02")]
    [TestCase("2147483647")]
    [TestCase("1.0.0-beta.1+c")]
    [TestCase("1.0+a-b")]
    [TestCase("*")]
    [TestCase("*-*")]
    [TestCase("1.*")]
    [TestCase("1.0*")]
    [TestCase("1.0.0.*")]
    [TestCase("1.*-beta*")]
    [TestCase("1.0.0-beta.*")]
    [TestCase("[1.0]")]
    [TestCase("[1.0,]")]
    [TestCase("(,1.0]")]
    [TestCase("[ 1.0 , 2.0 )")]
    [TestCase("[1.*,2.0)")]
    [TestCase("[1.0,1.0.0]")]
    [TestCase("[1.0-a,1.0)")]
    [TestCase("[1.0-2,1.0-10]")]
    [TestCase("[1.0-9,1.0-a]")]
    [TestCase("[1.0-a,1.0-a.1]")]
    public void IsValid_FormOfNuGet_Is(string text) => Assert.That(PackageVersionText.IsValid(text), Is.True);

    [TestCase("")]
    [TestCase("1.0.0.0.0")]
    [TestCase("2147483648")]
    [TestCase("1..0")]
    [TestCase("1.")]
    [TestCase("-1")]
    [TestCase("v1")]
    [TestCase("1.0-")]
    [TestCase("1.0-01")]
    [TestCase("1.0-a..b")]
    [TestCase("1.0+")]
    [TestCase("1.0-é")]
    [TestCase("1.0.0.0.*")]
    [TestCase("1.*.0")]
    [TestCase("1.**")]
    [TestCase("1.0-a*b")]
    [TestCase(">=1")]
    [TestCase("~1")]
    [TestCase("1.0,2.0")]
    [TestCase("1.0,,2.0")]
    [TestCase("[1.0")]
    [TestCase("1.0]")]
    [TestCase("(1.0)")]
    [TestCase("[1.0)")]
    [TestCase("[]")]
    [TestCase("[,]")]
    [TestCase("(,)")]
    [TestCase("[1.*]")]
    [TestCase("[1.0,2.*]")]
    [TestCase("[1.0,2.0,3.0]")]
    [TestCase("[2.0,1.0]")]
    [TestCase("[1.0,1.0)")]
    [TestCase("(1.*,1.0]")]
    [TestCase("[1.0,1.0-a)")]
    [TestCase("[1.0-b,1.0-a]")]
    [TestCase("[1.0-10,1.0-2]")]
    [TestCase("1.0\n")]
    public void IsValid_OtherText_IsNot(string text) => Assert.That(PackageVersionText.IsValid(text), Is.False);

    [Test]
    public void IsValid_LengthLimit_IsKept()
    {
        Assert.That(PackageVersionText.IsValid("1.0-" + new string('a', 196)), Is.True);
        Assert.That(PackageVersionText.IsValid("1.0-" + new string('a', 197)), Is.False);
    }
}
