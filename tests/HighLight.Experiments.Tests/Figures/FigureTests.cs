using System.Text.RegularExpressions;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using Newtonsoft.Json.Linq;
using XPlot.Plotly;

namespace HighLight.Experiments.Tests.Figures;

public class FigureTests
{
    [Test]
    public void Id_DependsOnTheContentOnly()
    {
        var (first, second) = (Samples.Bars(), Samples.Bars());

        Assert.That(first.Id, Is.EqualTo(second.Id).And.Match("^highlight-[0-9a-f]{16}$"));
        Assert.That(first.ToHtml(), Is.EqualTo(second.ToHtml()));
        Assert.That(
            new[] { Samples.Bars(), Samples.Bars("other"), Samples.Bars().WithSize(500, 300), Samples.Bars().WithSubtitle("s") }.Select(f => f.Id),
            Is.Unique);
    }

    [Test]
    public void Designs_KeepTheirColourInEveryFigure()
    {
        string[] designs = ["TC", "STC", "DSTC", "S2TA", "HighLight", "DSSO"];

        var together = Colours(designs);

        Assert.That(together.Values, Is.Unique);
        foreach (var design in designs)
        {
            Assert.That(Colours(["something else", design])[design], Is.EqualTo(together[design]));
        }
    }

    [Test]
    public void OtherSeries_TakeColoursThatNoDesignInTheFigureHas() =>
        Assert.That(Colours(["TC", "STC", "HighLight", "ours", "theirs", "others"]).Values, Is.Unique);

    [Test]
    public void MissingValues_AreNull()
    {
        var data = Draw(Bars.Of([1.0, double.NaN, double.PositiveInfinity], _ => "x", y => y, _ => "TC"));

        Assert.That(data.SelectToken("[0].y")!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("[1.0,null,null]"));
    }

    [Test]
    public void UserTraces_NotFinite_AreNull() =>
        Assert.That(
            Figure.Of("t", [new Scatter { x = new[] { 1.0, 2.0 }, y = new[] { double.NaN, 1 } }], new Layout.Layout()).DataJson,
            Does.Contain("\"y\":[null,1.0]"));

    [Test]
    public void Bars_CategoriesOnTheVerticalAxis_Lie()
    {
        var figure = Figure.Of("t", new Panel(Axis.Linear("area", "mm²"), Axis.Category("design"), Bars.Of(["TC"], _ => 1.0, d => d, d => d)));

        Assert.That((string?)JArray.Parse(figure.DataJson)[0]["orientation"], Is.EqualTo("h"));
    }

    [Test]
    public void Stacked_SetsTheBarMode()
    {
        var bars = Bars.Of(["a", "b"], _ => "TC", _ => 1.0, s => s) with { Mode = BarMode.Stacked };

        Assert.That(LayoutOf(Figure.Of("t", new Panel(Axis.Category("x"), Axis.Linear("y"), bars)))["barmode"]!.ToString(), Is.EqualTo("stack"));
    }

    [Test]
    public void HollowPoints_HaveOpenMarkersInTheSeriesColour()
    {
        var filled = Points.Of([1.0], x => x, x => x, _ => "HighLight");
        var data = Draw(filled, filled with { Fill = MarkerFill.Hollow, LegendSuffix = "(paper)" });

        Assert.That((string?)data.SelectToken("[1].marker.symbol"), Is.EqualTo((string?)data.SelectToken("[0].marker.symbol") + "-open"));
        Assert.That((string?)data.SelectToken("[1].marker.line.color"), Is.EqualTo((string?)data.SelectToken("[0].marker.color")));
        Assert.That((string?)data.SelectToken("[1].name"), Is.EqualTo("HighLight (paper)"));
    }

    [Test]
    public void PalePoints_NotInTheLegend_ShareTheSeriesOfThoseThatAre()
    {
        var filled = Points.Of([1.0], x => x, x => x, _ => "HighLight");
        var data = Draw(filled, filled with { Fill = MarkerFill.Pale, InLegend = false });

        Assert.That((string?)data.SelectToken("[1].marker.symbol"), Is.EqualTo((string?)data.SelectToken("[0].marker.symbol")));
        Assert.That((string?)data.SelectToken("[1].marker.color"), Is.EqualTo((string?)data.SelectToken("[0].marker.color") + "55"));
        Assert.That((string?)data.SelectToken("[1].marker.line.color"), Is.EqualTo((string?)data.SelectToken("[0].marker.color")));
        Assert.That(data.Select(trace => (bool)trace["showlegend"]!), Is.EqualTo([true, false]));
        Assert.That(data.Select(trace => (string?)trace["legendgroup"]), Is.All.EqualTo("HighLight"));
    }

    [Test]
    public void PointLabels_StandAbove_OrToTheRightAsWell()
    {
        var named = Points.Of([1.0], x => x, x => x, _ => "TC", text: _ => "50 %");
        var data = Draw(named, named with { LabelPlace = LabelPlace.AboveRight });

        Assert.That(data.Select(trace => (string?)trace["textposition"]), Is.EqualTo(["top center", "top right"]));
    }

    [Test]
    public void LegendKey_ExplainsAFill_AndIsNowhereInTheSummary()
    {
        var figure = Figure.Of("t", new Panel(
            Axis.Linear("x"), Axis.Linear("y"), Points.Of([1.0], x => x, x => x, _ => "TC"), new LegendKey("digitised", MarkerFill.Hollow)));
        var key = JArray.Parse(figure.DataJson)[1];

        Assert.That(((string?)key["name"], (bool)key["showlegend"]!, (string?)key.SelectToken("marker.symbol")), Is.EqualTo(("digitised", true, "circle-open")));
        Assert.That(key["x"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("[null]"), "drawn nowhere");
        Assert.That(figure.ToHtml(), Does.Not.Contain("<td>digitised</td>"));
    }

    [Test]
    public void SteppedLines_GoRightFirst_OthersAreStraight()
    {
        var line = Lines.Of([1.0, 2.0], x => x, x => x, _ => "frontier");
        var data = Draw(line, line with { Stepped = true });

        Assert.That(data.Select(trace => (string?)trace.SelectToken("line.shape")), Is.EqualTo([null, "hv"]));
    }

    [Test]
    public void Points_Uncertainty_IsMeasuredFromTheValue()
    {
        var data = Draw(Points.Of([10.0], x => x, y => y, _ => "TC", low: _ => 8.0, high: _ => 13.0));

        Assert.That((double)data.SelectToken("[0].error_y.array[0]")!, Is.EqualTo(3));
        Assert.That((double)data.SelectToken("[0].error_y.arrayminus[0]")!, Is.EqualTo(2));
    }

    [Test]
    public void HeatMap_MissingCells_AreNull_InTheGivenOrder()
    {
        var map = HeatMap.Of([("a", "p", 1.0), ("b", "q", 2.0)], c => c.Item1, c => c.Item2, c => c.Item3, "value [1]");
        var figure = Figure.Of("t", new Panel(Axis.Category("x", "b", "a"), Axis.Category("y"), map));

        Assert.That(JArray.Parse(figure.DataJson)[0]["z"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("[[null,1.0],[2.0,null]]"));
    }

    [Test]
    public void HeatMap_TwoRowsInACell_AreRefused() =>
        Assert.That(() => HeatMap.Of([1.0, 2.0], _ => "a", _ => "b", v => v, "v"), Throws.ArgumentException.With.Message.Contains("('a', 'b')"));

    [Test]
    public void Axes_LogarithmicRange_IsGivenInPowersOfTen()
    {
        var panel = new Panel(Axis.Logarithmic("x", "pJ") with { Range = (1, 1000) }, Axis.Linear("y") with { Range = (0, 2) }, new ReferenceLine(1, "TC"));
        var layout = LayoutOf(Figure.Of("t", panel));

        Assert.That(layout.SelectToken("xaxis.range")!.Values<double>(), Is.EqualTo(new[] { 0.0, 3.0 }));
        Assert.That(layout.SelectToken("yaxis.range")!.Values<double>(), Is.EqualTo(new[] { 0.0, 2.0 }));
        Assert.That((string?)layout.SelectToken("xaxis.title.text"), Is.EqualTo("x [pJ]"));
        Assert.That((string?)layout.SelectToken("shapes[0].label.text"), Is.EqualTo("TC"));
    }

    [Test]
    public void Grid_SevenPanels_HaveTheirOwnAxes_AndOneLegendEntryASeries()
    {
        var panels = Enumerable.Range(0, 7).Select(i =>
            new Panel(Axis.Category("x"), Axis.Linear("y"), Bars.Of(["TC", "STC"], s => s, _ => i, s => s)) { Title = FormattableString.Invariant($"panel {i}") });
        var figure = Figure.Grid("t", 3, [.. panels]);
        var data = JArray.Parse(figure.DataJson);
        var layout = LayoutOf(figure);

        Assert.That(data.Select(t => (string?)t["xaxis"]).Distinct(StringComparer.Ordinal), Is.EqualTo(new[] { "x", "x2", "x3", "x4", "x5", "x6", "x7" }));
        Assert.That(data.Count(t => (bool)t["showlegend"]!), Is.EqualTo(2));
        Assert.That(layout["yaxis7"], Is.Not.Null);
        Assert.That((int)layout.SelectToken("grid.rows")!, Is.EqualTo(3));
        Assert.That(layout.SelectTokens("annotations[*].text").Values<string>(), Has.Exactly(7).Items);
    }

    [Test]
    public void Chart_OfXPlot_BecomesAFigure_AndBack()
    {
        var chart = new PlotlyChart();
        chart.Plot<Trace>([new Bar { name = "a", x = new[] { "p" }, y = new[] { 1.5 } }], new Layout.Layout { title = "mine", xaxis = new Xaxis { title = "ex" } }, null);
        chart.WithSize(640, 480);

        var figure = Figure.Of(chart);
        var again = Figure.Of(figure.ToChart());

        Assert.That((figure.Title, figure.Width, figure.Height), Is.EqualTo(("mine", 640, 480)));
        Assert.That((string?)LayoutOf(figure).SelectToken("xaxis.title.text"), Is.EqualTo("ex"));
        Assert.That(again.DataJson, Is.EqualTo(figure.DataJson));
        Assert.That(figure.ToChart().GetInlineHtml(), Does.Contain(figure.Id).And.Contain("640px"));
    }

    [Test]
    public void ToHtml_NamesFromTheData_CannotEndTheScriptOrTheTable()
    {
        var html = Figure.Of("a </script><script>alert(1)</script>", new Panel(
            Axis.Category("</script>"),
            Axis.Linear("y"),
            Bars.Of(["</script><img src=x>"], s => s, _ => 1.0, s => s))).ToHtml();

        Assert.That(html.Split("</script>"), Has.Length.EqualTo(2));
        Assert.That(html, Does.Not.Contain("<img"));
    }

    [Test]
    public void ToHtml_WithoutScripts_ShowsTheValuesAsATable()
    {
        var rows = new[] { ("0 %", "TC", 1.0), ("0 %", "STC", 0.5), ("50 %", "TC", 1.25), ("50 %", "STC", 0.75) };
        var html = Figure.Of("t", new Panel(Axis.Category("B"), Axis.Linear("EDP"), Bars.Of(rows, r => r.Item1, r => r.Item3, r => r.Item2))).ToHtml();
        var cells = Regex.Matches(html, "<t[hd] [^>]*>([^<]*)<", RegexOptions.NonBacktracking).Select(m => m.Groups[1].Value);

        Assert.That(cells, Is.EqualTo(new[] { "B", "TC", "STC", "0 %", "1", "0.5", "50 %", "1.25", "0.75" }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Bars_MissingValueWithText_ShowTheTextAndNeverZero(bool lying)
    {
        var rows = new[] { ("TC", (double?)2), ("S2TA", null) };
        string? Text((string, double?) row) => row.Item2 is null ? "unsupported" : null;
        var panel = lying
            ? new Panel(Axis.Linear("EDP"), Axis.Category("design"), Bars.Of(rows, r => r.Item2, r => r.Item1, _ => "all", Text))
            : new Panel(Axis.Category("design"), Axis.Linear("EDP"), Bars.Of(rows, r => r.Item1, r => r.Item2, _ => "all", Text));
        var figure = Figure.Of("t", panel);

        Assert.That((string?)JArray.Parse(figure.DataJson).SelectToken("[0].text[1]"), Is.EqualTo("unsupported"));
        Assert.That(figure.ToHtml(), Does.Contain(">unsupported</td>").And.Not.Contain(">0</td>"));
    }

    [Test]
    public void Html_NamesNoNetworkAddressToLoadFrom()
    {
        var figure = Samples.Bars();

        Assert.That(figure.ToHtml(), Does.Not.Contain("http").And.Not.Contain("src="));
        Assert.That(figure.ToHtmlPage(), Does.Not.Contain("src=").And.Not.Contain("https:"));
    }

    [Test]
    public void ToString_CountsTheValuesOfEachSeries() =>
        Assert.That(Samples.Bars().WithSubtitle("paper Fig. 2 (recalled)").ToString(), Is.EqualTo("EDP\npaper Fig. 2 (recalled)\n  TC: 1 value\n  HighLight: 1 value"));

    [TestCase(99, false)]
    [TestCase(100, true)]
    [TestCase(10_000, true)]
    [TestCase(10_001, false)]
    public void WithSize_OutsideOfItsRange_IsRefused(int width, bool legal) =>
        Assert.That(() => Samples.Bars().WithSize(width, 300), legal ? Throws.Nothing : Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static JArray Draw(params Layer[] layers) =>
        JArray.Parse(Figure.Of("t", new Panel(Axis.Linear("x"), Axis.Linear("y"), [.. layers])).DataJson);

    private static JObject LayoutOf(Figure figure) => JObject.Parse(figure.LayoutJson);

    private static Dictionary<string, string> Colours(string[] series) => Draw(Bars.Of(series, _ => "x", _ => 1.0, s => s))
        .ToDictionary(trace => (string)trace["name"]!, trace => (string)trace.SelectToken("marker.color")!, StringComparer.Ordinal);

    [Test]
    public void Of_ChartWithoutLayout_IsDrawn()
    {
        var figure = Figure.Of(Chart.Line(new[] { 1, 2 }));
        Assert.That(figure.Title, Is.EqualTo("Chart"));
        Assert.That(figure.DataJson, Does.Contain("[1,2]"));
    }
}
