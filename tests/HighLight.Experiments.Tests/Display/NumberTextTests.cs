using HighLight.Experiments.Display;

namespace HighLight.Experiments.Tests.Display;

public class NumberTextTests
{
    [TestCase(0.0, "0")]
    [TestCase(-0.0, "0")]
    [TestCase(1_048_576.0, "1048576")]
    [TestCase(0.123456789, "0.12346")]
    [TestCase(12345.678, "12346")]
    [TestCase(1234.5678, "1234.6")]
    [TestCase(0.0001, "0.0001")]
    [TestCase(0.00009999, "9.999E-5")]
    [TestCase(-1.25, "-1.25")]
    [TestCase(12345678.9, "1.2346E+7")]
    [TestCase(double.NaN, "NaN")]
    public void Of_Number_HasFiveSignificantDigits(double value, string text) => Assert.That(NumberText.Of(value), Is.EqualTo(text));

    [Test]
    public void Of_Null_IsEmpty() => Assert.That(NumberText.Of((object?)null), Is.Empty);
}
