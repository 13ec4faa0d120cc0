using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

public sealed class HighLightCommandLineTests
{
    [Test]
    public async Task Help_OfTheTool_ListsCommandsAndExamples()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("--help"), Is.Zero);
        Assert.That(world.Output, Does.Contain("run <notebook>").And.Contain("reproduce").And.Contain("evaluate").And.Contain("designs").And.Contain("patterns").And.Contain("Examples:"));
    }

    [TestCase("run", "--allow-errors")]
    [TestCase("reproduce", "--no-pack")]
    [TestCase("evaluate", "--gemm")]
    [TestCase("patterns", "--format")]
    public async Task Help_OfACommand_ListsOptionsExamplesAndExitCodes(string command, string option)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(command, "--help"), Is.Zero);
        Assert.That(world.Output, Does.Contain(option).And.Contain($"  highlight {command} ").And.Contain("Exit codes:"));
    }

    [Test]
    public async Task Version_IsThatOfTheAssembly()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("--version"), Is.Zero);
        Assert.That(world.Output, Does.StartWith(typeof(ExitCode).Assembly.GetName().Version!.ToString(3)));
    }

    [Test]
    public async Task UnknownCommand_IsRefusedWithASuggestion()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("evalute"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Is.EqualTo("error: 'evalute' is not a verb. Did you mean 'evaluate'? 'highlight --help' lists all.\n"));
        Assert.That(world.Output, Is.Empty);
    }

    [TestCase("error: 'frobnicate' is not a verb. 'highlight --help' lists all.", "frobnicate")]
    [TestCase("error: 'frobnicate' is not a verb. 'highlight --help' lists all.", "frobnicate", "--help")]
    [TestCase("error: '' is not a verb. 'highlight --help' lists all.", "")]
    [TestCase("error: '--' is not a verb. 'highlight --help' lists all.", "--", "run")]
    [TestCase("error: 'frobnicate' is not a verb. 'highlight --help' lists all.", "help", "frobnicate")]
    [TestCase("error: 'Run' is not a verb. Did you mean 'run'? 'highlight --help' lists all.", "Run")]
    [TestCase("error: 'run error: x' is not a verb. 'highlight --help' lists all.", "\u001b[31mrun\nerror: x\u001b[0m")]
    [TestCase(
        "error: '--hlep' is not an option of the tool itself. Did you mean --help? Known: --help, --version. "
            + "Options of a verb stand behind it.",
        "--hlep", "run")]
    public async Task NoVerb_IsRefusedInOneLine(string expected, params string[] arguments)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        Assert.That((world.Error, world.Output), Is.EqualTo((expected + "\n", "")));
    }

    [Test]
    public async Task NoCommand_ShowsTheHelpAndDoesNotPass()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Output, Does.Contain("Verbs:"));
        Assert.That(world.Error, Is.Empty);
    }

    [Test]
    public async Task Help_AsAVerb_IsThatOfTheOption()
    {
        using var verb = new FakeWorld();
        using var option = new FakeWorld();
        using var all = new FakeWorld();
        Assert.That(await verb.RunAsync("help", "evaluate"), Is.Zero);
        Assert.That(await option.RunAsync("evaluate", "--help"), Is.Zero);
        Assert.That(await all.RunAsync("help"), Is.Zero);
        Assert.That(verb.Output, Is.EqualTo(option.Output));
        Assert.That(all.Output, Does.Contain("Verbs:"));
    }

    [Test]
    public async Task Help_SurplusArguments_AreNamed()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("help", "run", "prune", "--al"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("'prune' is one argument too many").And.Contain("'--al' is not an option"));
    }

    /// <summary>Every verb at every width: no word of the help is broken, no line is too long.</summary>
    [Test]
    public async Task Help_EveryVerbAndWidth_BreaksNoWord([Values(1, 10, 20, 40, 80)] int width)
    {
        foreach (var verb in Verb.All.Select(verb => verb.Name).Append("--help"))
        {
            using var narrow = new FakeWorld();
            using var wide = new FakeWorld();
            Assert.That(await HighLightCommandLine.RunAsync([verb, "--help"], narrow.CreateContext() with { Width = width }), Is.Zero);
            Assert.That(await wide.RunAsync(verb, "--help"), Is.Zero);
            Assert.That(Words(narrow.Output), Is.EquivalentTo(Words(wide.Output)));
            Assert.That(narrow.Output.Split('\n').Where(line => line.Length > width && Words(line).Length > 1), Is.Empty);
        }
    }

    [TestCase("The notebook is missing: ", "run")]
    [TestCase("--jobs lacks its value: --jobs N.", "run", "a.ipynb", "--jobs")]
    [TestCase("--jobs is given 2 times. Keep one.", "run", "a.ipynb", "--jobs", "1", "--jobs", "2")]
    [TestCase("'surplus' is one argument too many.", "reproduce", "surplus")]
    [TestCase("'--no-pak' is not an option. Did you mean --no-pack?", "reproduce", "--no-pak")]
    [TestCase("An argument holds a NUL character", "run", "a\0b")]
    public async Task WrongUsage_IsRefusedInALineEach(string expected, params string[] arguments)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.StartWith("error: " + expected));
        Assert.That(world.Error.Split("error: "), Has.Length.EqualTo(2), world.Error);
        Assert.That(world.Output, Is.Empty);
    }

    /// <summary>Whatever a word holds, a message shows it without what a terminal would obey.</summary>
    [TestCase("\u001b[2Jx")]
    [TestCase("run", "\u001b]0;t\u0007.ipynb", "--jobs", "\u001b[31m")]
    [TestCase("reproduce", "--\u001b[31mx", "\u001b[0m")]
    [TestCase("evaluate", "--design", "\u001b[31m", "--gemm", "\u001b[1m", "--a", "\u001b[1m", "--b", "\u009b1m")]
    [TestCase("evaluate", "--\u001b[31mx=1", "\u001b7")]
    [TestCase("network", "\u001b[31m.onnx", "--design", "tc", "--a", "2:4", "--batch", "\u001b[1m", "--technology", "\u001b[1m")]
    [TestCase("patterns", "\u001b[31m", "--format", "\u001b[1m")]
    [TestCase("prune", "\u001b[31m", "--pattern", "\u001b[1m", "--output", "x", "--tails", "\u001b[1m")]
    [TestCase("simulate", "--seed", "\u001b[31m", "--mapping", "\u001b[1m")]
    [TestCase("completion", "\u001b[31m")]
    [TestCase("help", "\u001b[31m")]
    public async Task EscapeSequences_InAnyArgument_AreNotRepeated(params string[] arguments)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        Assert.That((world.Error + world.Output).Where(character => char.IsControl(character) && character != '\n'), Is.Empty);
    }

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
