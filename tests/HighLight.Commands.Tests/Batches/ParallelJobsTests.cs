using HighLight.Commands.Batches;


namespace HighLight.Commands.Tests.Batches;

public sealed class ParallelJobsTests
{
    [TestCase("1", 1)]
    [TestCase("64", 64)]
    public void Read_NumberInRange_IsTaken(string text, int expected)
    {
        var problems = new List<string>();
        Assert.That(ParallelJobs.Read(text, problems), Is.EqualTo(expected));
        Assert.That(problems, Is.Empty);
    }

    [TestCase("0")]
    [TestCase("65")]
    [TestCase("-1")]
    [TestCase("two")]
    [TestCase("")]
    [TestCase("99999999999")]
    public void Read_AnythingElse_IsAProblemThatGivesTheRange(string text)
    {
        var problems = new List<string>();
        ParallelJobs.Read(text, problems);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain("1 to 64").And.One.Contain($"'{text}'"));
    }

    [Test]
    public void Default_ThisMachine_IsInRange() => Assert.That(ParallelJobs.Default, Is.InRange(1, 2));
}
