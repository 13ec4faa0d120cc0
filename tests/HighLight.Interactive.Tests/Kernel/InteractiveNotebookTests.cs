using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HighLight.Interactive.Tests.Kernel;

/// <summary>
/// The packed HighLight.Interactive in the kernel of .NET Interactive: a data frame, a chart of XPlot, and verbs of the tool in cells.
/// </summary>
[TestFixture]
[NonParallelizable]
internal sealed class InteractiveNotebookTests
{
    private ImmutableArray<ImmutableArray<JsonObject>> _cells;
    private ChildRun _run = null!;

    [OneTimeSetUp]
    public async Task Run()
    {
        (_run, var output) = await KernelSetup.Workspace.RunAsync("interactive.ipynb");
        _cells = File.Exists(output) ? NotebookOutputs.Read(output) : [];
        Assert.That(_cells, Has.Length.EqualTo(8), _run.Text);
    }

    [Test]
    public void DataFrame_IsATableOfOursWithoutIds() => Assert.Multiple(() =>
    {
        Assert.That(Html(1, 0), Does.StartWith("<table><thead>").And.Contain(">energy_pJ</th>").And.Not.Contain("id="));
        Assert.That(Html(1, 0), Does.Contain("HighLight &lt;1&gt;"));
        Assert.That(Plain(1, 0), Does.Contain("1234.6"));
    });

    [Test]
    public void Chart_IsAFigureWithoutNetwork() => Assert.Multiple(() =>
    {
        Assert.That(Html(2, 0), Does.Contain("data-highlight-figure").And.Not.Contain("src="));
        var plotly = JsonNode.Parse(NotebookOutputs.TextOf(_cells[2][0], "application/vnd.plotly.v1+json"))!;
        Assert.That(plotly["data"]!.AsArray(), Has.Count.EqualTo(1));
    });

    [Test]
    public void Evaluate_ShowsTablesThenTheFigure_AndTheCodeAroundIt()
    {
        Assert.That(Kinds(3), Is.EqualTo([.. Enumerable.Repeat("display_data", 6), "execute_result"]), Errors(3));
        Assert.That(Html(3, 0), Does.Contain("<caption").And.Contain("GEMM 256x256x256").And.Contain(">highlight</td>"));
        Assert.That(Plain(3, 0), Does.StartWith("GEMM 256x256x256"));
        Assert.That(Html(3, 1), Does.Contain("Energy by component"));
        Assert.That(Plain(3, 3), Does.Contain("dense"), "what the tensor core makes of a pattern that it does not serve");
        Assert.That(Html(3, 4), Does.Contain("HighLightPlotly"), "plotly.js");
        Assert.That(Html(3, 5), Does.Contain("data-highlight-figure").And.Contain("EDP, TC = 1"));
        Assert.That(Plain(3, 6), Is.EqualTo("2").Or.Empty);
    }

    [Test]
    public void Designs_VerbWithoutArguments_ShowsItsTables() =>
        Assert.That(_cells[4].Select((_, i) => Html(4, i)), Has.Some.Contains(">highlight</td>"));

    [Test]
    public void Evaluate_UnsupportedOperands_ShowsTheOthersAndFails()
    {
        Assert.That(Kinds(5)[^1], Is.EqualTo("error"));
        Assert.That(Html(5, 0), Does.Contain(">tc</td>"));
        Assert.That(Errors(5), Does.Contain("s2ta"));
    }

    [TestCase(6, "--desgin")]
    [TestCase(7, "evalaute")]
    public void Line_Misspelt_FailsWithWhatTheToolSays(int cell, string misspelt)
    {
        Assert.That(Kinds(cell), Does.Contain("error"));
        Assert.That(Errors(cell), Does.Contain(misspelt).And.Contain("highlight").And.Not.Contain("DNI"));
    }

    [Test]
    public void Run_FailsInTheThreeCellsThatAreWrong() => Assert.That(_run.Text.Trim(), Does.EndWith("3 failed cells"));

    [Test]
    public async Task HighLight_InOurOwnEngine_ShowsTheSame()
    {
        var (run, output) = await KernelSetup.Workspace.RunInEngineAsync("interactive.ipynb");
        Assert.That(File.Exists(output), run.Text);
        var engine = NotebookOutputs.Read(output);
        Assert.Multiple(() =>
        {
            for (var cell = 3; cell < _cells.Length; cell++)
            {
                Assert.That(Shown(engine[cell]), Is.EqualTo(Shown(_cells[cell])), $"cell {cell + 1}");
            }
        });
    }

    /// <summary>What the directive shows, and the messages of errors.</summary>
    private static IEnumerable<string> Shown(IEnumerable<JsonObject> outputs) => outputs
        .Where(output => output["output_type"]!.GetValue<string>() is "display_data" or "error")
        .Select(output => output["evalue"]?.GetValue<string>()
            ?? NotebookOutputs.TextOf(output, "text/html") + NotebookOutputs.TextOf(output, "text/plain"));

    private string Html(int cell, int output) => NotebookOutputs.TextOf(_cells[cell][output], "text/html");

    private string Plain(int cell, int output) => NotebookOutputs.TextOf(_cells[cell][output], "text/plain");

    private string[] Kinds(int cell) => [.. _cells[cell].Select(output => output["output_type"]!.GetValue<string>())];

    private string Errors(int cell) => string.Join('\n', _cells[cell].Select(output => output["evalue"]?.GetValue<string>()));
}
