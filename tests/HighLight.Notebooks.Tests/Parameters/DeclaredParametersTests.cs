using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Tests.Parameters;

internal sealed class DeclaredParametersTests
{
    [Test]
    public void Of_LongestCell_IsReadAndALongerOneRefused()
    {
        const string Declaration = "int n = 8;";
        string code = Declaration.PadRight(DeclarationBounds.LongestCode);
        Assert.That(DeclaredParameters.Of(code), Has.Length.EqualTo(1));
        Assert.That(
            () => DeclaredParameters.Of(code + " "),
            Throws.TypeOf<ParameterException>().With.Message.EqualTo(
                "Parameters: the cell with the tag 'parameters' cannot be read: it has 32769 characters, at most 32768 are read. "
                + "Keep in it only declarations such as int n = 8; and move the rest to another cell."));
    }

    [Test]
    public void Of_DeepestBrackets_AreReadAndDeeperOnesRefused()
    {
        Assert.That(DeclaredParameters.Of(Nested(DeclarationBounds.DeepestNesting)), Has.Length.EqualTo(1));
        Assert.That(
            () => DeclaredParameters.Of(Nested(DeclarationBounds.DeepestNesting + 1)),
            Throws.TypeOf<ParameterException>().With.Message.Contains("its brackets are nested 101 deep, at most 100 are read."));
    }

    [Test]
    public void Of_LongAndDeep_NamesBoth() =>
        Assert.That(
            () => DeclaredParameters.Of(Nested(20_000)),
            Throws.TypeOf<ParameterException>().With.Message.Contains("it has 40011 characters").And.Message.Contains("nested 20000 deep"));

    // The whole would take the compiler some seconds; it is left alone in the background.
    [Test]
    public void Of_CodeThatTakesTheCompilerLong_IsRefused() =>
        Assert.That(
            () => DeclaredParameters.Of(string.Concat(Enumerable.Repeat("a ? [b] ? ", 18)), TimeSpan.FromSeconds(0.25)),
            Throws.TypeOf<ParameterException>().With.Message.Contains("the compiler is not done with it after 0.25 s."));

    [TestCase("a.b().", 5000, "c")]
    [TestCase("-", 30_000, "1")]
    public void Of_LongChain_IsReadOrRefused(string part, int count, string end)
    {
        string code = $"var n = {string.Concat(Enumerable.Repeat(part, count))}{end};";
        try
        {
            Assert.That(DeclaredParameters.Of(code), Is.Not.Empty);
        }
        catch (ParameterException exception)
        {
            Assert.That(exception.Message, Does.Contain("nested too deep").Or.Contain("is not done"));
        }
    }

    private static string Nested(int depth) => "int n = " + new string('(', depth) + "1" + new string(')', depth) + ";\n";
}
