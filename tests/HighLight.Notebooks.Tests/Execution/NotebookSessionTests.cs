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
        var run = await RunAsync("""
            Console.Write(1); Console.WriteLine(2); Console.Error.WriteLine("e");
            display("d"); Console.WriteLine("after"); display(HTML("<b>"));
            """);
        Assert.That(
            run.Outputs.Select(output => output.OutputType),
            Is.EqualTo(new[] { "stream", "stream", "display_data", "stream", "display_data" }));
        Assert.That(((StreamOutput)run.Outputs[0]).Text, Is.EqualTo("12\n"));
        Assert.That(((StreamOutput)run.Outputs[1]).Name, Is.EqualTo("stderr"));
    }

    [Test]
    public async Task Run_DefaultUsingsAndFramework_AreThere()
    {
        var run = await RunAsync("""
            var sb = new StringBuilder(); IList l = new ArrayList(); await Task.Delay(1);
            var all = new List<int> { 3, 1 }.Order().ToArray();
            System.Text.Json.JsonSerializer.Serialize(all) + System.Numerics.Vector3.One.X
                + System.Collections.Immutable.ImmutableArray<int>.Empty.Length
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
        var run = await RunAsync("""
            async Task<int> Slow()
            {
                await Task.Yield();
                return new[] { 1 }.Select(x => int.Parse("no")).First();
            }
            await Slow();
            """);
        Assert.That(run.Error!.Line, Is.EqualTo(4));
        Assert.That(
            run.Error.Traceback,
            Has.Some.Contains("at lambda in " + Name + ", line 4").And.Some.Contains("at Slow in " + Name + ", line 4"));
        Assert.That(
            run.Error.Traceback,
            Has.None.Contains("Microsoft.CodeAnalysis").And.None.Contains("HighLight").And.None.Contains("   at System."));
    }

    [Test]
    public async Task Run_InnerException_IsShown()
    {
        var run = await RunAsync(
            "try { throw new FormatException(\"inner\"); }\ncatch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.That(run.Error!.Line, Is.EqualTo(2));
        Assert.That(run.Error.Traceback, Has.Some.EqualTo("caused by System.FormatException: inner"));
    }

    [Test]
    public async Task Run_CompilationErrors_AreAllNamedWithLines()
    {
        var run = await RunAsync("int a = missing1;\nint b = 2;\nint c = missing2;");
        Assert.That(run.Error!.Name, Is.EqualTo(CellError.Compilation));
        Assert.That(run.Error.Line, Is.EqualTo(1));
        Assert.That(
            run.Error.Message,
            Does.StartWith("CS0103: ").And.Contains("missing1").And.Contains("line 3, column 9: CS0103").And.Contains("missing2"));
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
    public async Task Run_UnknownMagicCommand_IsAnErrorOfItsLineBeforeAnythingRuns()
    {
        var run = await RunAsync("Console.WriteLine(\"ran\");\n#!fsharp\nlet x = 1");
        Assert.That((run.Error!.Name, run.Error.Line), Is.EqualTo(("DirectiveError", 2)));
        Assert.That(run.Error.Message, Does.Contain("'#!fsharp'").And.Contain("#!markdown"));
        Assert.That(run.Outputs.Single(), Is.TypeOf<ErrorOutput>());
    }

    [Test]
    public async Task Run_HeadingsOfLanguages_DivideTheCell()
    {
        var run = await RunAsync("#!csharp\nint part = 1;\n#!markdown\n# Title\n\"unclosed /*\n#!c#\npart + 1\n#!markdown\n*end*");
        Assert.That(run.Error, Is.Null);
        Assert.That(
            run.Outputs.Select(output => output.OutputType), Is.EqualTo(new[] { "display_data", "execute_result", "display_data" }));
        Assert.That(
            ((DisplayDataOutput)run.Outputs[0]).Data.Text("text/html"),
            Does.StartWith("<h1 id=\"title\">Title</h1>").And.Contain("unclosed"));
        Assert.That(((ExecuteResultOutput)run.Outputs[1]).Data.Text("text/plain"), Is.EqualTo("2"));
        Assert.That(((DisplayDataOutput)run.Outputs[2]).Data.Text("text/html"), Is.EqualTo("<p><em>end</em></p>\n"));
    }

    [Test]
    public async Task Run_ErrorAfterAHeading_NamesTheLineOfTheCell()
    {
        Assert.That((await RunAsync("#!markdown\ntext\n#!csharp\n\nmissing5")).Error!.Line, Is.EqualTo(5));
        Assert.That((await RunAsync("#!markdown\ntext\n#!csharp\nthrow new Exception();")).Error!.Line, Is.EqualTo(4));
    }

    [Test]
    public async Task Run_TimedCell_ShowsTheSameInEveryRun()
    {
        var run = await RunAsync("#!time\n1 + 1");
        Assert.That(run.Outputs.Select(output => output.OutputType), Is.EqualTo(new[] { "execute_result", "display_data" }));
        Assert.That(((DisplayDataOutput)run.Outputs[1]).Data.Text("text/plain"), Is.EqualTo("Wall time: see the log of the run"));
    }

    [Test]
    public async Task Run_ConsoleOfACell_LastsUntilItsEnd()
    {
        await RunAsync("""
            var mine = new System.IO.StringWriter();
            Console.SetOut(mine); Console.SetError(mine); Console.SetIn(new System.IO.StringReader("line"));
            Console.Write(Console.ReadLine());
            """);
        var run = await RunAsync(
            "Console.Write(\"shown\"); Console.Error.Write(\"too\"); Console.Write(mine.ToString() + (Console.ReadLine() ?? \"end\"));");
        Assert.That(run.Outputs.Cast<StreamOutput>().Select(output => output.Text), Is.EqualTo(new[] { "shown", "too", "lineend" }));
    }

    [Test]
    public async Task Run_UnionAsAName_IsCSharp14() =>
        Assert.That((await RunAsync("var union = new[] { 1 }; union.Length")).Error, Is.Null);

    [Test]
    public async Task Run_Handles_ReplaceInPlaceAndAreNotShownThemselves()
    {
        var run = await RunAsync("""
            var handle = display(HTML("<i>1</i>"));
            "text".Display(); "<b>".DisplayAs("text/html"); ((string?)null).Display("text/plain");
            handle.Update(HTML("<i>2</i>"));
            handle
            """);
        var bundles = run.Outputs.Cast<DisplayDataOutput>().Select(output => output.Data.Entries.Single());
        Assert.That(
            bundles.Select(entry => $"{entry.MimeType} {entry.Text}"),
            Is.EqualTo(new[] { "text/html <i>2</i>", "text/plain text", "text/html <b>", "text/plain <null>" }));
    }

    [Test]
    public async Task Run_PrintedException_HasNoPathOfThisMachine()
    {
        using var scratch = new Scratch();
        using var session = new NotebookSession(scratch.Folder);
        scratch.Write("lib/loaded.csx", "int Fail() => throw new Exception(\"loaded\");");
        var run = await session.RunAsync(
            "#load \"lib/loaded.csx\"\ntry { Fail(); } catch (Exception e) { Console.WriteLine(e); }", "cell 1", 1);
        string text = ((StreamOutput)run.Outputs.Single()).Text;
        Assert.That(text, Does.Contain("in lib/loaded.csx:line 1").And.Contain("in cell 1:line 2").And.Not.Contain(scratch.Folder));
    }

    [Test]
    public async Task Run_ErrorWithPathsOfThisMachine_ShowsThemShort()
    {
        using var scratch = new Scratch();
        using var session = new NotebookSession(scratch.Folder);
        string file = scratch["data.csv"].Replace("\\", "\\\\", StringComparison.Ordinal);
        var run = await session.RunAsync($"System.IO.File.ReadAllText(\"{file}\")", "cell 1", 1);
        Assert.That(run.Error!.Message, Is.EqualTo("Could not find file 'data.csv'."));
        Assert.That(run.Error.Traceback, Has.None.Contains(scratch.Folder));
    }

    [Test]
    public async Task Run_AssemblyWithTypesOfInteractive_LeavesTheNamesOfTheEngine()
    {
        using var scratch = new Scratch();
        await File.WriteAllBytesAsync(scratch["Facade.dll"], Packages.LocalFeed.Compile("Facade", """
            namespace Microsoft.DotNet.Interactive { public static class Kernel { public static void display(object o) { } } }
            namespace Microsoft.DotNet.Interactive.Formatting { public static class Formatter { } }
            public static class Facade { public static int One => 1; }
            """));
        using var session = new NotebookSession(scratch.Folder);
        var first = await session.RunAsync("#r \"Facade.dll\"\ndisplay(1);", "cell 1", 1);
        var second = await session.RunAsync(
            "Microsoft.DotNet.Interactive.Formatting.Formatter.Register<int>((i, w) => w.Write(i + 1), \"text/plain\");\n1", "cell 2", 2);
        Assert.That((first.Error, second.Error), Is.EqualTo(((CellError?)null, (CellError?)null)));
        Assert.That(((ExecuteResultOutput)second.Outputs.Single()).Data.Text("text/plain"), Is.EqualTo("2"));
    }

    [Test]
    public async Task Run_FailingFormatter_IsAnErrorOfTheCell()
    {
        var run = await RunAsync(
            "class Bad { public override string ToString() => throw new NotSupportedException(\"no text\"); }\nnew Bad()");
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
    public async Task Run_CellThatDeletesTheNotebooksFolderAndThrows_IsAnErrorOfTheCell()
    {
        using var scratch = new Scratch();
        using var session = new NotebookSession(Directory.CreateDirectory(scratch["gone"]).FullName);
        string code = $"System.IO.Directory.Delete(@\"{scratch["gone"]}\"); throw new InvalidOperationException(\"in {scratch["gone"]}/x\");";
        var run = await session.RunAsync(OperatingSystem.IsWindows() ? "throw new Exception(\"in x\");" : code, "cell 1", 1);
        Assert.That(run.Error!.Message, Is.EqualTo("in x"));
    }

    [Test]
    public async Task Run_ConsoleInput_IsAtItsEnd() =>
        Assert.That((await RunAsync("Console.ReadLine() ?? \"end\"")).Outputs[0], Is.TypeOf<ExecuteResultOutput>());

    [Test]
    public async Task Run_ExceptionWithHostileMessage_IsAnError()
    {
        var run = await RunAsync("class Sly : Exception { public override string Message => throw new Exception(); }\nthrow new Sly();");
        Assert.That((run.Error!.Name, run.Error.Line), Is.EqualTo(("Sly", 2)));
    }

    [Test]
    public async Task Run_EndlessRecursionOfAGuardedKind_HasABoundedTraceback()
    {
        var run = await RunAsync(
            "int Deep(int n) { System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack(); "
            + "return Deep(n + 1) + 1; }\nDeep(0)");
        Assert.That(run.Error!.Name, Is.EqualTo("System.InsufficientExecutionStackException"));
        Assert.That(run.Error.Traceback, Has.Length.LessThanOrEqualTo(4).And.Member("   … repeated"));
        Assert.That(run.Error.Line, Is.EqualTo(1));
    }

    private string Name => FormattableString.Invariant($"cell {_count}");

    private async Task<CellRun> RunAsync(string code) =>
        await _session.RunAsync(code, FormattableString.Invariant($"cell {++_count}"), _count);
}
