using System.Text;
using CsCheck;

namespace HighLight.Commands.Tests.Parameters;

public sealed class YamlParametersTests
{
    [TestCase("", "")]
    [TestCase("# nothing\n", "")]
    [TestCase("---\n...\n", "")]
    [TestCase("a: 1\n", "a=1")]
    [TestCase("a: [1, [x, 'y']]\nb:\n  - 1\n  - z\n", """a=[1,["x","y"]] b=[1,"z"]""")]
    [TestCase("a: |\n  one\n  two\n", """a="one\ntwo\n" """)]
    [TestCase("{a: 1, b: two}", """a=1 b="two" """)]
    public void Read_Document_GivesItsParameters(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected.TrimEnd()));

    [TestCase("8", "8")]
    [TestCase("-8", "-8")]
    [TestCase("+8", "8")]
    [TestCase("0123", "123")]
    [TestCase("-0", "0")]
    [TestCase("000", "0")]
    [TestCase("0o17", "15")]
    [TestCase("0xFF", "255")]
    [TestCase("12345678901234567890123", "12345678901234567890123")]
    [TestCase("1.50", "1.50")]
    [TestCase(".5", "0.5")]
    [TestCase("-5.", "-5.0")]
    [TestCase("00.25", "0.25")]
    [TestCase("1e3", "1.0e3")]
    [TestCase("2.5E-3", "2.5E-3")]
    [TestCase("true", "true")]
    [TestCase("FALSE", "false")]
    [TestCase("~", "null")]
    [TestCase("Null", "null")]
    [TestCase("", "null")]
    [TestCase("yes", "\"yes\"")]
    [TestCase("off", "\"off\"")]
    [TestCase("1_000", "\"1_000\"")]
    [TestCase("12:30", "\"12:30\"")]
    [TestCase("2026-01-02", "\"2026-01-02\"")]
    [TestCase("0b11", "\"0b11\"")]
    [TestCase("tRue", "\"tRue\"")]
    [TestCase("'8'", "\"8\"")]
    [TestCase("\"true\"", "\"true\"")]
    [TestCase("!!str 8", "\"8\"")]
    [TestCase("! 8", "\"8\"")]
    [TestCase("!!int '8'", "8")]
    [TestCase("!!float 8", "8")]
    [TestCase("!!bool 'true'", "true")]
    [TestCase("!!null ''", "null")]
    public void Read_Scalar_IsThatOfTheCoreSchema(string scalar, string expected) =>
        Assert.That(Read("a: " + scalar), Is.EqualTo("a=" + expected));

    [TestCase("- 1\n", "! p.yaml, line 1: it must hold a mapping")]
    [TestCase("\nword\n", "! p.yaml, line 2: it must hold a mapping")]
    [TestCase("x: 1\na:\n  b: 1\n", "! p.yaml, line 3: 'a' is a mapping. A parameter is a number, a string,")]
    [TestCase("a:\n- 1\n- b: 2\n", "! p.yaml, line 3: 'a[1]' is a mapping.")]
    [TestCase("a: 1\nb: 2\na: 3\n", "! p.yaml, line 3: 'a' is given twice; first in line 1.")]
    [TestCase("true: 1\n", "! p.yaml, line 1: a key must be a string")]
    [TestCase("8: 1\n", "! p.yaml, line 1: a key must be a string")]
    [TestCase("? [a]\n: 1\n", "! p.yaml, line 1: a key must be a string")]
    [TestCase("<<: 1\n", "! p.yaml, line 1: the name of a parameter must be")]
    [TestCase("a: .inf\n", """a="Infinity" """)]
    [TestCase("a: [-.INF, +.inf, .nan, .NaN, !!float .Inf]\n", """a=["-Infinity","Infinity","NaN","NaN","Infinity"] """)]
    [TestCase("a: ['.inf', .iNF, inf, -.nan]\n", """a=[".inf",".iNF","inf","-.nan"] """)]
    [TestCase("a: 1e999\n", "! p.yaml, line 1: 'a' is 1.0e999, beyond")]
    [TestCase("a: !!float x\n", "! p.yaml, line 1: 'a' is 'x' with the tag tag:yaml.org,2002:float.")]
    [TestCase("a: !!python/object:os.system x\n", "! p.yaml, line 1: 'a' is 'x' with the tag ")]
    [TestCase("a: !own [1]\n", "! p.yaml, line 1: 'a' is an array with the tag !own.")]
    [TestCase("a: *b\n", "! p.yaml, line 1: 'a' is the alias *b, but no value")]
    [TestCase("a: &b [*b]\n", "! p.yaml, line 1: 'a[0]' is the alias *b, but no value")]
    [TestCase("a: 1\n---\nb: 2\n", "! p.yaml, line 2: a second document begins here")]
    [TestCase("a: [1\n", "! p.yaml, line ")]
    [TestCase("a: 'x\n", "! p.yaml, line ")]
    [TestCase("a: 1\n\tb: 2\n", "! p.yaml, line ")]
    [TestCase("a: \"\\uD800\"\n", "! p.yaml")]
    [TestCase("a: \"\\UFFFFFFFF\"\n", "! p.yaml")]
    public void Read_AnythingElse_IsRefusedWithPathAndLine(string text, string expected) =>
        Assert.That(Read(text), Does.StartWith(expected.TrimEnd()));

    [Test]
    public void Read_Aliases_StandForTheirValues() =>
        Assert.That(Read("a: &x [1, &y two]\nb: *x\nc: [*x, *y]\n"), Is.EqualTo("""a=[1,"two"] b=[1,"two"] c=[[1,"two"],"two"]"""));

    [Test]
    public void Read_AliasesThatMultiply_AreStoppedAtABound()
    {
        var text = new StringBuilder("a0: &x0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var level = 1; level < 30; level++)
        {
            text.Append($"a{level}: &x{level} [{string.Join(", ", Enumerable.Repeat($"*x{level - 1}", 8))}]\n");
        }

        Assert.That(
            Read(text.ToString()),
            Does.StartWith("! p.yaml, line ").And.EndWith("its aliases stand for more than 1 MiB of values."));
    }

    [Test]
    public void Read_AliasesThatNest_AreStoppedAtABound()
    {
        var text = new StringBuilder("a0: &x0 []\n");
        for (var level = 1; level < 40; level++)
        {
            text.Append($"a{level}: &x{level} [*x{level - 1}]\n");
        }

        Assert.That(Read(text.ToString()), Does.StartWith("! p.yaml, line 33: more than 32 arrays"));
    }

    [TestCase("x: ", "[", "]")]
    [TestCase("x: ", "[\n ", "]")]
    [TestCase("x:\n", "- ", "")]
    public void Read_ArraysWithinEachOther_AreReadUpToTheBound(string start, string open, string close)
    {
        string Nested(int depth) => $"{start}{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}\n";
        Assert.That(Read(Nested(32)), Is.EqualTo($"x={new string('[', 32)}1{new string(']', 32)}"));
        Assert.That(Read(Nested(33)), Does.Contain(": more than 32 arrays or mappings are within each other."));
    }

    // Read to the end, each of these would take minutes.
    [TestCase("x: ", "{a: ")]
    [TestCase("? ", "[")]
    [TestCase("", "? ")]
    [TestCase("x: {a: ", "[\n")]
    [TestCase("x: !own ", "[")]
    [TestCase("x:\n", "- ")]
    public void Read_DeepNestingAnywhere_IsRefusedAtOnce(string start, string open) =>
        Assert.That(
            Read(start + string.Concat(Enumerable.Repeat(open, 1_000_000 / open.Length))),
            Does.Contain(": more than 32 arrays or mappings are within each other."));

    [Test]
    public void Read_AnyText_IsReadOrRefusedButNeverThrows() =>
        Gen.String[Gen.Char["a:1-[]{}&*!|>'\"\\ \n\t#%,?.u0x"], 0, 30].Sample(text => Read(text) is not null, iter: 2000);

    private static string Read(string text) => ParameterFileTests.Read("p.yaml", Encoding.UTF8.GetBytes(text));
}
