using System.Text;

namespace HighLight.Commands.Tests.Parameters;

public sealed class JsonParametersTests
{
    [TestCase("{}", "")]
    [TestCase(
        """{"i":-3,"f":1.50,"e":2e3,"s":"x\ny","t":true,"n":null,"a":[1,[2,"b"],[]]}""",
        """i=-3 f=1.50 e=2e3 s="x\ny" t=true n=null a=[1,[2,"b"],[]]""")]
    [TestCase("""{"big":12345678901234567890123}""", "big=12345678901234567890123")]
    public void Read_Object_KeepsTypesAndDigits(string text, string expected) => Assert.That(Read(text), Is.EqualTo(expected));

    [TestCase("[1]", "! p.json, line 1: it must hold an object")]
    [TestCase("8", "! p.json, line 1: it must hold an object")]
    [TestCase(
        "{\n\"a\": {\"b\":1}}",
        "! p.json, line 2: 'a' is an object. A parameter is a number, a string, true, false, null or an array of these.")]
    [TestCase("{\"a\": [1,\n{\"b\":1}]}", "! p.json, line 2: 'a[1]' is an object.")]
    [TestCase("{\"a\":1,\n\"a\":2}", "! p.json, line 2: 'a' is given twice; first in line 1. Keep one.")]
    [TestCase("{\"a b\":1}", "! p.json, line 1: the name of a parameter must be")]
    [TestCase("{\"a\":\n1e999}", "! p.json, line 2: 'a' is 1e999, beyond the largest number")]
    [TestCase("{\"a\":\"\\ud800\"}", "! p.json, line 1: 'a' holds half of a character")]
    [TestCase("{\"\\ud800\":1}", "! p.json, line 1: a name holds half of a character")]
    [TestCase("{\"a\":1,}", "! p.json, line 1: not valid JSON: ")]
    [TestCase("{\"a\":1}\n{}", "! p.json, line 2: not valid JSON: ")]
    [TestCase("{\"a\":NaN}", "! p.json, line 1: not valid JSON: ")]
    [TestCase("{\"a\":1", "! p.json, line 1: not valid JSON: ")]
    [TestCase("", "! p.json, line 1: not valid JSON: ")]
    public void Read_AnythingElse_IsRefusedWithPathAndLine(string text, string expected)
    {
        var found = Read(text);
        Assert.That(found, Does.StartWith(expected).And.Not.Contain("LineNumber"));
        Assert.That(found.Split('!'), Has.Length.EqualTo(2), found);
    }

    [Test]
    public void Read_SeveralProblems_AreAllListed() => Assert.That(
        Read("{\"a\":{},\n\"b\":[{},1e999]}").Split(" ! "),
        Has.Length.EqualTo(3).And.One.Contains("line 1: 'a'").And.One.Contains("line 2: 'b[0]'").And.One.Contains("line 2: 'b[1]'"));

    private static string Read(string text) => ParameterFileTests.Read("p.json", Encoding.UTF8.GetBytes(text));
}
