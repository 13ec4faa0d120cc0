using HighLight.Commands.Formatting;
using HighLight.Commands.Hosting;
using HighLight.Commands.Notebooks;
using HighLight.Commands.Protocol;
using HighLight.Commands.Reproduction;

namespace HighLight.Commands.Tests.Reproduction;

public sealed class ReportIndexTests
{
    private static readonly NotebookResult[] Results =
    [
        new(new NotebookJob("/n/01 a.ipynb", "01 a.ipynb") { Html = "/r/01 a.html" }, NotebookOutcome.Passed) { Cells = 7, CellsDone = 7 },
        new(new NotebookJob("/n/<b>.ipynb", "<b>.ipynb") { Html = "/r/<b>.html" }, NotebookOutcome.CellFailed)
        {
            Cells = 4,
            CellsDone = 2,
            Errors = [new CellError(2, 1, "E", "<script>alert('x')</script>")],
        },
    ];

    private static readonly Summary Comparison = new(
        [new SummaryRow("e & f", "<q>", 2) { Paper = 4, Ratio = 0.5, Unit = "<u>", Confidence = "<c>", Source = "<s>", Note = "<n>" }],
        ["summary/<x>.json: no valid JSON"]);

    [Test]
    public void Render_OneNotebook_IsExactlyThisPage()
    {
        var page = ReportIndex.Render([Results[0]], Summary.Empty, _ => true);
        Assert.That(page, Does.StartWith("<!DOCTYPE html>\n"));
        Assert.That(page[page.IndexOf("<body>", StringComparison.Ordinal)..], Is.EqualTo(
            """
            <body>
            <h1>HighLight Notebooks: report</h1>
            <p>1 notebook: 1 passed, 0 failed.</p>
            <h2>Notebooks</h2>
            <table>
            <tr><th>notebook</th><th>state</th><th>cells</th></tr>
            <tr><td><a href="01%20a.html">01 a.ipynb</a></td><td class="passed">passed</td><td class="n">7/7</td></tr>
            </table>
            <h2>Our values beside the paper's</h2>
            <p>No experiment wrote a comparison.</p>
            </body>
            </html>

            """));
    }

    [Test]
    public void Render_Texts_AreEscapedEverywhere()
    {
        var page = Render();
        foreach (var raw in new[] { "<b>", "<script>", "<q>", "<u>", "<c>", "<s>", "<n>", "<x>", "e & f", "'x'" })
        {
            Assert.That(page, Does.Not.Contain(raw));
        }

        Assert.That(page, Does.Contain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    }

    [Test]
    public void Render_Notebook_IsLinkedOnlyWhenItsPageExists()
    {
        Assert.That(Render(), Does.Contain("<a href=\"01%20a.html\">01 a.ipynb</a>"));
        Assert.That(ReportIndex.Render([.. Results], Comparison, _ => false), Does.Not.Contain("<a "));
    }

    [Test]
    public void Render_Results_ShowStateCellsAndComparison()
    {
        var page = Render();
        Assert.That(page, Does.Contain("2 notebooks: 1 passed, 1 failed"));
        Assert.That(page, Does.Contain("<td class=\"n\">7/7</td>").And.Contain("<td class=\"n\">2/4</td>"));
        Assert.That(page, Does.Contain("<td class=\"n\">0.500</td>"));
        Assert.That(page, Does.Not.Contain("\r"));
    }

    [Test]
    public void Render_NoComparison_SaysSo() => Assert.That(ReportIndex.Render([.. Results], Summary.Empty, _ => true), Does.Contain("No experiment wrote a comparison"));

    private static string Render() => ReportIndex.Render([.. Results], Comparison, _ => true);
}
