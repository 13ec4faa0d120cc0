using HighLight.Commands.Parameters;

namespace HighLight.Commands.Tests.Parameters;

public sealed class ParameterAssignmentsTests
{
    [TestCase("size=8", "size", "8")]
    [TestCase("text=", "text", "")]
    [TestCase("rule=C1(4:8)->C0(2:4)", "rule", "C1(4:8)->C0(2:4)")]
    [TestCase("a=b=c", "a", "b=c")]
    [TestCase("_größe2= 8 ", "_größe2", " 8 ")]
    [TestCase("x=-5", "x", "-5")]
    public void Read_Assignment_IsNameAndText(string assignment, string name, string text)
    {
        var problems = new List<string>();
        var parameter = ParameterAssignments.Read([assignment], problems).Single();
        Assert.That(problems, Is.Empty);
        Assert.That((parameter.Name, parameter.Value.GetString(), parameter.IsText), Is.EqualTo((name, text, true)));
    }

    [TestCase("size", "-p must be followed by name=value in one word, but is followed by 'size'. Example: -p size=8")]
    [TestCase("0.6", "Example: -p name=8")]
    [TestCase("=8", "but is ''")]
    [TestCase("a b=8", "but is 'a b'")]
    [TestCase("2a=8", "but is '2a'")]
    [TestCase("a-b=8", "must be that of a C# variable")]
    public void Read_AnythingElse_IsAProblemWithTheFix(string assignment, string expected)
    {
        var problems = new List<string>();
        Assert.That(ParameterAssignments.Read([assignment], problems), Is.Empty);
        Assert.That(problems, Has.Count.EqualTo(1).And.One.Contain(expected));
    }

    [Test]
    public void Read_NameGivenAgain_IsAProblem()
    {
        var problems = new List<string>();
        ParameterAssignments.Read(["a=1", "b=2", "a=1", "A=3"], problems);
        Assert.That(problems, Is.EqualTo(["-p gives 'a' 2 times. Keep one."]));
    }

    [TestCase(ParameterName.MaximumLength, true)]
    [TestCase(ParameterName.MaximumLength + 1, false)]
    public void Problem_LongName_HasABound(int length, bool good) =>
        Assert.That(ParameterName.Problem(new string('x', length)) is null, Is.EqualTo(good));
}
