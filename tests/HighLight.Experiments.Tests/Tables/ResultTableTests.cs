using HighLight.Experiments.Tables;
using Microsoft.Data.Analysis;

namespace HighLight.Experiments.Tests.Tables;

public class ResultTableTests
{
    [Test]
    public void From_TypedRows_KeepsColumnOrderTypesUnitsAndNulls()
    {
        var table = Samples.Table();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.RowCount, Is.EqualTo(3));
            Assert.That(table.Columns.Select(c => c.Name), Is.EqualTo(new[] { "design", "cycles", "energy_pJ", "share", "rank", "exact" }));
            Assert.That(table.Columns.Select(c => c.Type), Is.EqualTo(new[]
            {
                ColumnType.Text, ColumnType.Int64, ColumnType.Double, ColumnType.Single, ColumnType.Int32, ColumnType.Boolean,
            }));
            Assert.That(table["energy_pJ"], Is.EqualTo(new object?[] { 1.5e9, 4.0e8, null }));
            Assert.That(table[1, 0], Is.EqualTo("HighLight"));
            Assert.That(table[1, 3], Is.Null);
        }
    }

    [Test]
    public void From_BadColumns_ReportsEveryViolationAtOnce()
    {
        var build = () => ResultTable.From("bad", Samples.Rows, columns => columns
            .Text("design", row => row.Design)
            .Text("Design", row => row.Design)
            .Number("energy", " ", row => row.EnergyPj)
            .Number("2nd", "pJ", row => row.EnergyPj));

        Assert.That(build, Throws.TypeOf<InvalidTableException>()
            .With.Property(nameof(InvalidTableException.Problems)).Length.EqualTo(3)
            .And.Message.Contains("repeats the name 'Design'")
            .And.Message.Contains("'energy' has no unit")
            .And.Message.Contains("'2nd'"));
    }

    [Test]
    public void From_NoColumns_IsRefused() =>
        Assert.That(() => ResultTable.From("empty", Samples.Rows, _ => { }), Throws.TypeOf<InvalidTableException>());

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void From_NumberThatIsNotFinite_NamesRowAndColumn(double value)
    {
        var rows = Samples.Rows.Add(new("DSTC", 1, value));

        Assert.That(() => Samples.Table(rows), Throws.TypeOf<InvalidTableException>().With.Message.Contains("'energy_pJ' holds in row 3"));
    }

    [Test]
    public void From_ManyBadCells_CountsThoseItDoesNotList()
    {
        var rows = Enumerable.Repeat(new Observation("x", 1, double.NaN), 10);

        Assert.That(() => Samples.Table(rows), Throws.TypeOf<InvalidTableException>().With.Message.Contains("7 more such cells"));
    }

    [TestCase(new[] { 0xD83D }, false)]
    [TestCase(new[] { 0xDD25, 0x20 }, false)]
    [TestCase(new[] { 0xD83D, 0x20 }, false)]
    [TestCase(new[] { 0xD83D, 0xDD25 }, true)]
    public void From_Text_MustBeUnicode(int[] codeUnits, bool legal)
    {
        var text = string.Concat(codeUnits.Select(unit => (char)unit));
        var build = () => Samples.Table([new(text, 1, 1)]);

        Assert.That(build, legal ? Throws.Nothing : Throws.TypeOf<InvalidTableException>());
    }

    [Test]
    public void ToDataFrame_WhenChanged_LeavesTheTableAlone()
    {
        var table = Samples.Table();
        var frame = table.ToDataFrame();

        frame["cycles"][0] = 7L;
        frame.Columns.Remove("design");

        Assert.That(table["cycles"][0], Is.EqualTo(1_048_576L));
        Assert.That(table["design"][0], Is.EqualTo("TC"));
    }

    [Test]
    public void From_DataFrame_CopiesItAndChecksDescriptors()
    {
        var frame = new DataFrame(new DoubleDataFrameColumn("energy_pJ", [1.0, null]));
        var table = ResultTable.From("frame", frame, [new("energy_pJ", ColumnType.Double, "pJ", "")]);
        frame["energy_pJ"][0] = 2.0;

        Assert.That(table["energy_pJ"], Is.EqualTo(new object?[] { 1.0, null }));
        Assert.That(
            () => ResultTable.From("frame", frame, [new("energy_pJ", ColumnType.Int32, "pJ", "")]),
            Throws.TypeOf<InvalidTableException>().With.Message.Contains("must agree"));
        Assert.That(() => ResultTable.From("frame", frame, []), Throws.TypeOf<InvalidTableException>());
    }

    [Test]
    public void Indexer_UnknownColumn_ListsTheKnownOnes() =>
        Assert.That(() => Samples.Table()["energy"], Throws.ArgumentException.With.Message.Contains("design, cycles, energy_pJ"));

    [TestCase("table_schema")]
    [TestCase("column.cycles.unit")]
    [TestCase(" ")]
    public void WithMetadata_ReservedOrEmptyKey_IsRefused(string key) =>
        Assert.That(() => Samples.Table().WithMetadata(key, "x"), Throws.ArgumentException);

    [Test]
    public void ToText_AlignsNumbersRight_AndStatesUnits() =>
        Assert.That(Samples.Table().ToText(maxRows: 2), Is.EqualTo(
            """
            design      cycles   energy_pJ  share  rank  exact
            ---------  -------  ----------  -----  ----  -----
            TC         1048576  1500000000   0.25     0  true
            HighLight   262144   400000000            1  false
            … 1 more rows
            """));

    [Test]
    public void ToHtml_MoreRowsThanShown_SaysHowMany_AndEscapes()
    {
        var html = Samples.Table([new("<b>&", 1, 1), new("x", 1, 1)]).ToHtml(maxRows: 1);

        Assert.That(html, Does.Contain("&lt;b&gt;&amp;").And.Contain("… 1 more rows").And.Not.Contain("<b>"));
    }

    [TestCase("energy_pJ", "pJ", "energy_pJ")]
    [TestCase("energy", "pJ", "energy [pJ]")]
    [TestCase("cycles", "cycles", "cycles")]
    [TestCase("norm_edp", "1", "norm_edp")]
    public void Heading_StatesTheUnitOnce(string name, string unit, string heading) =>
        Assert.That(new TableColumn(name, ColumnType.Double, unit, "").Heading, Is.EqualTo(heading));
}
