using System.Text.Json.Nodes;
using HighLight.Commands.Formatting;

namespace HighLight.Commands.Tests.Formatting;

public sealed class CsvTextTests
{
    [Test]
    public void Of_NestedObjects_BecomeColumns()
    {
        JsonObject[] rows =
        [
            new() { ["a"] = 1, ["in"] = new JsonObject { ["x"] = 0.5, ["y"] = true } },
            new() { ["a"] = null, ["in"] = new JsonObject { ["x"] = 2, ["y"] = false } },
        ];
        Assert.That(CsvText.Of(rows, (outer, inner) => $"{outer}_{inner}"), Is.EqualTo("a,in_x,in_y\n1,0.5,true\n,2,false\n"));
    }

    [TestCase("plain", "plain")]
    [TestCase("M1 K2, N outer", "\"M1 K2, N outer\"")]
    [TestCase("say \"no\"", "\"say \"\"no\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("4:8→2:4", "4:8→2:4")]
    public void Of_Text_IsQuotedWhereItMustBe(string value, string expected) =>
        Assert.That(CsvText.Of([new JsonObject { ["t"] = value }], (_, inner) => inner), Is.EqualTo($"t\n{expected}\n"));
}
