using System.Text.Json;
using HighLight.Notebooks.Parameters;

namespace HighLight.Notebooks.Tests.Parameters;

internal sealed class ParameterValuesTests
{
    [Test]
    public void Parse_TextAndJson_KeepsBoth()
    {
        var values = Parse("""{"parameters":{"n":{"text":"8"},"xs":{"value":[1,2]},"none":{"value":null}}}""");
        (string, string?, string?)[] expected = [("n", "8", null), ("xs", null, "[1,2]"), ("none", null, "null")];
        Assert.That(values.Select(value => (value.Name, value.Text, value.Json?.GetRawText())), Is.EqualTo(expected));
    }

    [TestCase("{}")]
    [TestCase("""{"parameters":{}}""")]
    public void Parse_NoParameters_IsEmpty(string json) => Assert.That(Parse(json), Is.Empty);

    [TestCase("""[]""", "as a JSON object")]
    [TestCase("""{"parameters":[]}""", "'parameters' is a JSON object")]
    [TestCase("""{"parameters":{"n":8}}""", "n: a value has the form")]
    [TestCase("""{"parameters":{"n":{"text":8}}}""", "n: a value has the form")]
    [TestCase("""{"parameters":{"n":{"text":"\ud800"}}}""", "half of a surrogate pair")]
    public void Parse_AnotherForm_IsRefused(string json, string expected) =>
        Assert.That(() => Parse(json), Throws.TypeOf<ParameterException>().With.Message.Contains(expected));

    [Test]
    public void Parse_SeveralProblems_NamesAll() =>
        Assert.That(Assert.Throws<ParameterException>(() => Parse("""{"parameters":{"a":1,"b":{}}}"""))!.Problems, Has.Length.EqualTo(2));

    private static System.Collections.Immutable.ImmutableArray<ParameterValue> Parse(string json) =>
        ParameterValues.Parse(JsonSerializer.Deserialize<JsonElement>(json));
}
