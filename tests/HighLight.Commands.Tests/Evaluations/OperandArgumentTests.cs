using HighLight.Commands.Evaluations;
using HighLight.Evaluation.Densities;
using HighLight.Sparsity;

namespace HighLight.Commands.Tests.Evaluations;

public sealed class OperandArgumentTests
{
    [TestCase("C1(4:8)->C0(2:4)", "C1(4:8)→C0(2:4)")]
    [TestCase("RS→C1→C0(2:4)", "C0(2:4)")]
    [TestCase("4:8→2:4", "C1(4:8)→C0(2:4)")]
    public void Read_Specification_IsThatPattern(string text, string pattern)
    {
        var operand = Read(text);
        Assert.That(operand, Is.EqualTo(new HssOperand(HssPattern.Parse(pattern))));
        Assert.That(OperandArgument.TextOf(operand!), Is.EqualTo(pattern));
    }

    [TestCase("0.25", 0.25, "0.25")]
    [TestCase("0", 0, "0")]
    [TestCase("2.5e-1", 0.25, "0.25")]
    public void Read_Number_IsUnstructured(string text, double density, string printed)
    {
        var operand = Read(text);
        Assert.That(operand, Is.EqualTo(new UniformOperand(density)));
        Assert.That(OperandArgument.TextOf(operand!), Is.EqualTo(printed));
    }

    [TestCase("dense")]
    [TestCase("Dense")]
    [TestCase("1")]
    [TestCase("1.0")]
    public void Read_WithoutZeros_IsDense(string text) => Assert.That(OperandArgument.TextOf(Read(text)!), Is.EqualTo("dense"));

    [TestCase("25%", "Did you mean 0.25?")]
    [TestCase("25", "Did you mean 0.25?")]
    [TestCase("-0.1", "0..1")]
    [TestCase("1.0001", "0..1")]
    [TestCase("NaN", "0..1")]
    [TestCase("0,25", "Write dense")]
    [TestCase("desne", "Did you mean dense?")]
    [TestCase("C0(5:4)", "Did you mean 4:5?")]
    [TestCase("C1(4:{4<=H<=8})->C0(2:4)", "Choose one, for example C1(4:4)")]
    [TestCase("CRS(unconstrained)", "give the density instead")]
    [TestCase("C1(1:65536)->C0(1:65536)", "spans 4294967296 values")]
    public void Read_NoSparsity_SaysWhyAndTheFix(string text, string fix)
    {
        var problems = new List<string>();
        Assert.That(OperandArgument.Read("--b", text, problems), Is.Null);
        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("--b: ").And.Contain(fix));
    }

    private static OperandDensity? Read(string text)
    {
        var problems = new List<string>();
        var operand = OperandArgument.Read("--a", text, problems);
        Assert.That(problems, Is.Empty);
        return operand;
    }
}
