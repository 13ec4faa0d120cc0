using HighLight.Commands.Formatting;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

/// <summary>Results go where the caller wants them: to a terminal of some width, or to a view that is not one.</summary>
public sealed class ResultViewTests
{
    private static readonly string[] Evaluate =
        ["evaluate", "--design", "tc,highlight", "--gemm", "1024x1024x1024", "--a", "2:4", "--b", "dense"];

    [Test]
    public async Task Evaluate_OtherView_GetsTablesAndLinesInOrder()
    {
        using var world = new FakeWorld();
        var view = new RecordingView();
        var context = world.CreateContext() with { View = view, Width = 20 };
        Assert.That(await HighLightCommandLine.RunAsync([.. Evaluate, "--explain"], context), Is.Zero);
        var results = view.Shown.Where(shown => !shown.StartsWith("figure: ", StringComparison.Ordinal)).ToArray();
        Assert.That(results.Take(3), Is.All.StartWith("table: "));
        Assert.That(results.Skip(3), Is.Not.Empty.And.All.StartWith("line: "));
        Assert.That(view.Shown, Has.Count.EqualTo(results.Length + 1));
        Assert.That(world.Output, Is.Empty);
    }

    [TestCase("designs")]
    [TestCase("networks")]
    [TestCase("patterns", "2:{4,8}")]
    [TestCase("simulate", "--design", "tc", "--gemm", "8x8x8", "--a", "dense", "--b", "dense")]
    [TestCase("network", "deit-small", "--design", "tc", "--a", "2:4", "--layers")]
    public async Task EveryVerb_OtherView_WritesNothingElsewhere(params string[] arguments)
    {
        using var world = new FakeWorld();
        var view = new RecordingView();
        Assert.That(await HighLightCommandLine.RunAsync(arguments, world.CreateContext() with { View = view }), Is.Zero);
        Assert.That(view.Shown[0], Does.StartWith("table: "));
        Assert.That(world.Output, Is.Empty);
    }

    [Test]
    public async Task Evaluate_JsonAndOtherView_GoesToTheOutput()
    {
        using var world = new FakeWorld();
        var view = new RecordingView();
        var context = world.CreateContext() with { View = view, Width = 20 };
        Assert.That(await HighLightCommandLine.RunAsync([.. Evaluate, "--format", "json"], context), Is.Zero);
        Assert.That((view.Shown.Count, world.Output[0]), Is.EqualTo((0, '[')));
    }

    [TestCase(80)]
    [TestCase(40)]
    [TestCase(20)]
    [TestCase(10)]
    public async Task Evaluate_NarrowTerminal_BreaksNoNumber(int width)
    {
        using var world = new FakeWorld();
        Assert.That(await HighLightCommandLine.RunAsync(Evaluate, world.CreateContext() with { Width = width }), Is.Zero);
        Assert.That(world.Output, Does.Contain("1048576"));
        Assert.That(world.Output.Split('\n').Where(line => line.Length > width && line.Contains(' ')), Is.Empty);
    }

    private sealed class RecordingView : IResultView
    {
        public List<string> Shown { get; } = [];

        public void Show(ResultTable table) => Shown.Add("table: " + table.Title);

        public void Show(ResultFigure figure) => Shown.Add("figure: " + figure.Title);

        public void Write(string line) => Shown.Add("line: " + line);
    }
}
