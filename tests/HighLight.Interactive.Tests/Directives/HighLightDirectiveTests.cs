using System.Reflection;
using HighLight.Interactive.Directives;

namespace HighLight.Interactive.Tests.Directives;

/// <summary>The directive as an engine uses it, without any kernel.</summary>
[TestFixture]
internal sealed class HighLightDirectiveTests
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";
    private const string Plotly = "application/vnd.plotly.v1+json";

    private readonly List<IReadOnlyDictionary<string, string>> _shown = [];

    [SetUp]
    public void Forget() => _shown.Clear();

    [Test]
    public void Assembly_NamesTheDirective_WithTheShapeThatEnginesAskFor()
    {
        var attribute = typeof(HighLightDirective).Assembly.GetCustomAttributes()
            .Single(attribute => attribute.GetType().Name == "CellDirectiveSourceAttribute");
        var type = (Type)attribute.GetType().GetProperty("DirectiveType")!.GetValue(attribute)!;
        var invoke = type.GetMethod(
            "InvokeAsync", [typeof(string), typeof(Action<IReadOnlyDictionary<string, string>>), typeof(CancellationToken)])!;
        Assert.Multiple(() =>
        {
            Assert.That(type.GetProperty("Name")!.GetValue(Activator.CreateInstance(type)), Is.EqualTo("#!highlight"));
            Assert.That(invoke.ReturnType, Is.EqualTo(typeof(Task)));
        });
    }

    [Test]
    public async Task Designs_ShowsTablesAsHtmlAndText()
    {
        await RunAsync("designs");
        var tables = _shown.Where(output => output.ContainsKey(Html)).ToArray();
        Assert.That(tables.Select(table => table[Html]), Is.Not.Empty.And.All.StartsWith("<table>"));
        Assert.That(tables.Select(table => table[Plain]), Is.All.Contains("highlight"));
    }

    [Test]
    public async Task Evaluate_TwoDesigns_ShowsPlotlyOnceBeforeTheFirstFigure()
    {
        var directive = new HighLightDirective();
        const string Line = "evaluate --design tc,highlight --gemm 64x64x64 --a 2:4 --b dense";
        await directive.InvokeAsync(Line, _shown.Add, CancellationToken.None);
        await directive.InvokeAsync(Line, _shown.Add, CancellationToken.None);
        Assert.That(_shown.Select(Kind), Is.EqualTo(
            ["table", "table", "table", "text", "setup", "figure", "table", "table", "table", "text", "figure"]));
        Assert.That(_shown[3][Plain], Does.Contain("dense"), "the tensor core does not serve 2:4");
        Assert.That(_shown[5][Plotly], Is.EqualTo(_shown[10][Plotly]).And.Contains("HighLight").And.Contains("EDP, TC = 1"));
    }

    [Test]
    public async Task Network_RefusingDesign_IsLeftOutOfTheFigure()
    {
        var problem = await ProblemAsync("network resnet50 --design tc,s2ta --a dense");
        Assert.That(problem, Does.Contain("s2ta"));
        Assert.That(_shown.Single(output => output.ContainsKey(Plotly))[Plotly], Does.Contain("\"TC\"").And.Not.Contain("S2TA"));
    }

    [Test]
    public async Task Json_IsText()
    {
        await RunAsync("designs --format json");
        Assert.That(_shown, Has.Count.EqualTo(1));
        Assert.That(_shown[0].Keys, Is.EqualTo([Plain]));
        Assert.That(_shown[0][Plain], Does.StartWith("["));
    }

    [Test]
    public async Task BareDirective_ShowsTheVerbsAsHelpDoes()
    {
        await RunAsync("");
        await RunAsync("help");
        Assert.That(_shown[0][Plain], Does.Contain("evaluate").And.Contain("designs"));
        Assert.That(_shown[1][Plain], Is.EqualTo(_shown[0][Plain]));
    }

    [TestCase("nonsense", "'nonsense' is not a verb")]
    [TestCase("evaluate --gemm 1x1x1", "--design is missing")]
    [TestCase("evaluate --design \"tc", "is not closed")]
    public async Task Line_Wrong_FailsWithWhatTheToolSays(string line, string problem) =>
        Assert.That(await ProblemAsync(line), Does.Contain(problem));

    [Test]
    public async Task RelativePath_StartsFromTheCurrentFolder() =>
        Assert.That(await ProblemAsync("network no-such-file.csv --design tc --a 2:4"), Does.Contain("no-such-file.csv"));

    [TestCase("", "evaluate", 0)]
    [TestCase("evalu", "evaluate", 0)]
    [TestCase("evaluate ", "--gemm", 9)]
    [TestCase("evaluate --de", "--design", 9)]
    [TestCase("evaluate --design high", "highlight", 18)]
    [TestCase("network resn", "resnet50", 8)]
    public void Complete_Line_GivesWhatTheToolKnows(string line, string value, int start)
    {
        var completions = new HighLightDirective().Complete(line);
        Assert.That(completions.Values, Does.Contain(value));
        Assert.That(completions.Start, Is.EqualTo(start));
    }

    private static string Kind(IReadOnlyDictionary<string, string> output) => output.ContainsKey(Plotly) ? "figure"
        : !output.ContainsKey(Html) ? "text"
        : output[Html].Contains("window.HighLightPlotly =", StringComparison.Ordinal) ? "setup"
        : "table";

    private Task RunAsync(string line) => new HighLightDirective().InvokeAsync(line, _shown.Add, CancellationToken.None);

    private async Task<string> ProblemAsync(string line)
    {
        try
        {
            await RunAsync(line);
        }
        catch (HighLightDirectiveException exception)
        {
            return exception.Message;
        }

        throw new AssertionException($"'{line}' succeeded.");
    }
}
