using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Tests.Execution;

/// <summary>One session for all, since each test would pay for the compiler's start; the cells use names of their own.</summary>
[NonParallelizable]
internal sealed class NotebookSessionTests
{
    private NotebookSession _session = null!;
    private int _count;

    [OneTimeSetUp]
    public void Start() => _session = new NotebookSession(TestContext.CurrentContext.WorkDirectory);

    [OneTimeTearDown]
    public void End() => _session.Dispose();

    [Test]
    public async Task Run_LastExpression_IsTheResult()
    {
        var run = await RunAsync("1 + 1");
        var result = (ExecuteResultOutput)run.Outputs.Single();
        Assert.That(result.Data.Text("text/plain"), Is.EqualTo("2"));
        Assert.That(result.ExecutionCount, Is.EqualTo(_count));
    }

    [TestCase("var unused = 1;")]
    [TestCase("(string?)null")]
    [TestCase("// nothing")]
    public async Task Run_StatementsAndNull_HaveNoResult(string code) =>
        Assert.That((await RunAsync(code)).Outputs, Is.Empty);

    [Test]
    public async Task Run_TextAndDisplays_StayInOrder()
    {
        var run = await RunAsync("Console.Write(1); Console.WriteLine(2); Console.Error.WriteLine(\"e\"); display(\"d\"); Console.WriteLine(\"after\"); display(HTML(\"<b>\"));");
        Assert.That(run.Outputs.Select(output => output.OutputType), Is.EqualTo(new[] { "stream", "stream", "display_data", "stream", "display_data" }));
        Assert.That(((StreamOutput)run.Outputs[0]).Text, Is.EqualTo("12\n"));
        Assert.That(((StreamOutput)run.Outputs[1]).Name, Is.EqualTo("stderr"));
    }

    [Test]
    public async Task Run_DefaultUsingsAndFramework_AreThere()
    {
        var run = await RunAsync("""
            var sb = new StringBuilder(); IList l = new ArrayList(); await Task.Delay(1);
            var all = new List<int> { 3, 1 }.Order().ToArray();
            System.Text.Json.JsonSerializer.Serialize(all) + System.Numerics.Vector3.One.X + System.Collections.Immutable.ImmutableArray<int>.Empty.Length
            """);
        Assert.That(run.Error, Is.Null);
        Assert.That(((ExecuteResultOutput)run.Outputs[0]).Data.Text("text/plain"), Is.EqualTo("[1,3]10"));
    }

    [Test]
    public async Task Run_FailingCell_KeepsItsVariablesAndNamesTheLine()
    {
        var failed = await RunAsync("int kept = 5;\n\nthrow new InvalidOperationException(\"boom\");");
        Assert.That(failed.Error!.Line, Is.EqualTo(3));
        Assert.That(failed.Error.Name, Is.EqualTo("System.InvalidOperationException"));
        Assert.That(failed.Error.Message, Is.EqualTo("boom"));
        Assert.That(((ExecuteResultOutput)(await RunAsync("kept")).Outputs[0]).Data.Text("text/plain"), Is.EqualTo("5"));
    }

    [Test]
    public async Task Run_ThrowInFunctionOfAnotherCell_NamesTheCallingLine()
    {
        await RunAsync("static int Fail(int x)\n{\n    return x / (x - x);\n}");
        string defined = Name;
        var run = await RunAsync("// first line\nint y = 3;\nFail(y)");
        Assert.That(run.Error!.Line, Is.EqualTo(3));
        Assert.That(run.Error.Traceback, Is.EqualTo(new[]
        {
            "System.DivideByZeroException: Attempted to divide by zero.",
            $"   at Fail in {defined}, line 3",
            $"   at {Name}, line 3",
        }));
    }

    [Test]
    public async Task Run_ThrowInLibraryLambdaAndAsync_HasAStableTraceback()
    {
        var run = await RunAsync("async Task<int> Slow()\n{\n    await Task.Yield();\n    return new[] { 1 }.Select(x => int.Parse(\"no\")).First();\n}\nawait Slow();");
        Assert.That(run.Error!.Line, Is.EqualTo(4));
        Assert.That(run.Error.Traceback, Has.Some.Contains("at lambda in " + Name + ", line 4").And.Some.Contains("at Slow in " + Name + ", line 4"));
        Assert.That(run.Error.Traceback, Has.None.Contains("Microsoft.CodeAnalysis").And.None.Contains("HighLight").And.None.Contains("   at System."));
    }

    [Test]
    public async Task Run_InnerException_IsShown()
    {
        var run = await RunAsync("try { throw new FormatException(\"inner\"); }\ncatch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.That(run.Error!.Line, Is.EqualTo(2));
        Assert.That(run.Error.Traceback, Has.Some.EqualTo("caused by System.FormatException: inner"));
    }

    [Test]
    public async Task Run_CompilationErrors_AreAllNamedWithLines()
    {
        var run = await RunAsync("int a = missing1;\nint b = 2;\nint c = missing2;");
        Assert.That(run.Error!.Name, Is.EqualTo(CellError.Compilation));
        Assert.That(run.Error.Line, Is.EqualTo(1));
        Assert.That(run.Error.Message, Does.StartWith("CS0103: ").And.Contains("missing1").And.Contains("line 3, column 9: CS0103").And.Contains("missing2"));
        Assert.That(run.Error.Traceback, Has.Length.EqualTo(2));
        Assert.That(run.Outputs.Single(), Is.TypeOf<ErrorOutput>());
    }

    [Test]
    public async Task Run_LinesAfterDirectives_AreRight()
    {
        var run = await RunAsync("#i \"nuget: nowhere\"\n\nint c = missing3;");
        Assert.That(run.Error!.Line, Is.EqualTo(3));
    }

    [Test]
    public async Task Run_MagicCommand_IsAnErrorOfItsLine()
    {
        var run = await RunAsync("1\n#!time");
        Assert.That((run.Error!.Name, run.Error.Line), Is.EqualTo(("DirectiveError", 2)));
    }

    [Test]
    public async Task Run_FailingFormatter_IsAnErrorOfTheCell()
    {
        var run = await RunAsync("class Bad { public override string ToString() => throw new NotSupportedException(\"no text\"); }\nnew Bad()");
        Assert.That(run.Error!.Message, Does.Contain("text/plain formatter of Bad failed: NotSupportedException: no text"));
        var displayed = await RunAsync("\ndisplay(new Bad());");
        Assert.That(displayed.Error!.Line, Is.EqualTo(2));
    }

    [Test]
    public async Task Run_RegisteredFormatter_IsUsedFromTheNextValueOn()
    {
        var run = await RunAsync("""
            record Money(decimal Amount);
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Money>((m, w) => w.Write($"<b>{m.Amount}</b>"), "text/html");
            new Money(2.5m)
            """);
        Assert.That(((ExecuteResultOutput)run.Outputs[0]).Data.Text("text/html"), Is.EqualTo("<b>2.5</b>"));
    }

    [Test]
    public async Task Run_ConsoleInput_IsAtItsEnd() => Assert.That((await RunAsync("Console.ReadLine() ?? \"end\"")).Outputs[0], Is.TypeOf<ExecuteResultOutput>());

    [Test]
    public async Task Run_ExceptionWithHostileMessage_IsAnError()
    {
        var run = await RunAsync("class Sly : Exception { public override string Message => throw new Exception(); }\nthrow new Sly();");
        Assert.That((run.Error!.Name, run.Error.Line), Is.EqualTo(("Sly", 2)));
    }

    [Test]
    public async Task Run_EndlessRecursionOfAGuardedKind_HasABoundedTraceback()
    {
        var run = await RunAsync("int Deep(int n) { System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack(); return Deep(n + 1) + 1; }\nDeep(0)");
        Assert.That(run.Error!.Name, Is.EqualTo("System.InsufficientExecutionStackException"));
        Assert.That(run.Error.Traceback, Has.Length.LessThanOrEqualTo(4).And.Member("   … repeated"));
        Assert.That(run.Error.Line, Is.EqualTo(1));
    }

    private string Name => FormattableString.Invariant($"cell {_count}");

    private async Task<CellRun> RunAsync(string code) => await _session.RunAsync(code, FormattableString.Invariant($"cell {++_count}"), _count);
}
