using HighLight.Experiments.Tables;
using HighLight.Interactive.Display;
using Microsoft.Data.Analysis;

namespace HighLight.Interactive.Tests.Display;

[TestFixture]
internal sealed class DataFrameViewTests
{
    private static readonly ResultTable Table = ResultTable.From("t", [(Name: "a", Area: 1.5, Energy: 2.25)], columns => columns
        .Text("design", row => row.Name)
        .Number("area", "mm2", row => (double?)row.Area)
        .Number("energy_pJ", "pJ", row => (double?)row.Energy));

    [Test]
    public void Html_FrameOfATable_IsThatOfTheTable()
    {
        Assert.That(Table.ToHtml(), Does.Contain("area [mm2]"));
        Assert.That(DataFrameView.Of(Table.ToDataFrame()).ToHtml(), Is.EqualTo(Table.ToHtml()));
        Assert.That(DataFrameView.Of(Table.ToDataFrame()).ToText(), Is.EqualTo(Table.ToText()));
    }

    [Test]
    public void Headings_ColumnsThatTheUserChanged_AreTheirNames()
    {
        var frame = Table.ToDataFrame();
        frame["area"] = new StringDataFrameColumn("area", ["large"]);
        frame.Columns.Add(new DoubleDataFrameColumn("mine", [1]));
        Assert.That(DataFrameView.Of(frame).Headings, Is.EqualTo(["design", "area", "energy_pJ", "mine"]));
        Assert.That(DataFrameView.Of(frame).Numeric, Is.EqualTo([false, false, true, true]));
    }

    [Test]
    public void Text_AnyFrame_HasTheFirstRowsAndCountsTheOthers()
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn("n", Enumerable.Range(0, 25)), new StringDataFrameColumn("s", Enumerable.Repeat<string?>(null, 25)));
        Assert.That(DataFrameView.Of(frame).Rows, Has.Length.EqualTo(20));
        Assert.That(DataFrameView.Of(frame).ToText(), Does.EndWith("… 5 more rows"));
    }

    [Test]
    public void Html_EmptyFrame_IsATable() => Assert.That(
        DataFrameView.Of(new DataFrame()).ToHtml(),
        Is.EqualTo("<table><thead><tr></tr></thead><tbody></tbody></table>"));

    [Test]
    public void Html_Twice_IsTheSame()
    {
        var once = DataFrameView.Of(Table.ToDataFrame()).ToHtml();
        Assert.That(DataFrameView.Of(Table.ToDataFrame()).ToHtml(), Is.EqualTo(once));
    }
}
