using System.Text.Json;
using HighLight.Experiments.Results;

namespace HighLight.Experiments.Tests.Results;

public class ComparisonTableTests
{
    private static readonly ComparisonTable s_table = new(new(5, "geomean-summary", "Geomeans"),
    [
        PaperComparison.With("EDP, geomean ≤", "x", 3.6, 6.4, Confidence.Sourced, "abstract of arXiv 2305.12718", "coarser grid"),
        PaperComparison.With("zero", "1", 3, 0, Confidence.Recalled, "recalled"),
        PaperComparison.Without("cycles", "cycles", 1e21),
    ]);

    [Test]
    public void ToJson_Rows_AreFlatWithAllMembersInOrder()
    {
        var rows = JsonDocument.Parse(s_table.ToJson()).RootElement.EnumerateArray().ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Length.EqualTo(3));
            Assert.That(rows, Has.All.Matches<JsonElement>(row => string.Join(' ', row.EnumerateObject().Select(m => m.Name)) ==
                "experiment quantity ours paper ratio unit confidence source note"));
            Assert.That(rows[0].GetProperty("ratio").GetDouble(), Is.EqualTo(0.5625));
            Assert.That(rows[0].GetProperty("confidence").GetString(), Is.EqualTo("sourced"));
            Assert.That(rows[1].GetProperty("ratio").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(rows[1].GetProperty("paper").GetDouble(), Is.Zero);
            Assert.That(rows[2].GetProperty("paper").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(rows[2].GetProperty("confidence").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(s_table.ToJson(), Does.EndWith("]\n").And.Contain("geomean ≤").And.Not.Contain("\r"));
        }
    }

    [Test]
    public void ToJson_NoRows_IsAnEmptyArray() =>
        Assert.That(new ComparisonTable(s_table.Experiment, []).ToJson(), Is.EqualTo("[]\n"));

    [Test]
    public void ToText_ShowsRatioAndConfidence() =>
        Assert.That(s_table.ToText().Split('\n')[2], Does.Match(@"^EDP, geomean ≤ +x +3\.6 +6\.4 +0\.5625 +sourced +abstract"));

    [TestCase(double.NaN, 1.0)]
    [TestCase(1.0, double.PositiveInfinity)]
    public void With_ValueThatIsNotFinite_IsRefused(double ours, double paper) =>
        Assert.That(() => PaperComparison.With("q", "1", ours, paper, Confidence.Sourced, "s"), Throws.ArgumentException);

    [Test]
    public void With_NoSource_IsRefused() =>
        Assert.That(() => PaperComparison.With("q", "1", 1, 1, Confidence.Sourced, " "), Throws.ArgumentException);
}
