using HighLight.Commands.Evaluations;
using HighLight.Workloads;

namespace HighLight.Commands.Tests.Evaluations;

public sealed class GemmArgumentTests
{
    [TestCase("3x5x7")]
    [TestCase("3X5×7")]
    [TestCase("3 x 5 x 7")]
    public void Read_ThreeSizes_AreMKN(string text) => Assert.That(GemmArgument.Read(text, []), Is.EqualTo(new Gemm(3, 5, 7)));

    [Test]
    public void Read_TheLargestSize_IsTaken() => Assert.That(GemmArgument.Read("2147483647x1x1", []), Is.EqualTo(new Gemm(int.MaxValue, 1, 1)));

    [TestCase("3x5")]
    [TestCase("3x5x7x9")]
    [TestCase("0x5x7")]
    [TestCase("-3x5x7")]
    [TestCase("2147483648x1x1")]
    [TestCase("3,5,7")]
    [TestCase("1e3x5x7")]
    public void Read_AnythingElse_SaysWhatIsLegal(string text)
    {
        var problems = new List<string>();
        Assert.That(GemmArgument.Read(text, problems), Is.Null);
        Assert.That(problems.Single(), Does.Contain($"'{text}'").And.Contain("from 1 to 2147483647").And.Contain("1024x512x256"));
    }
}
