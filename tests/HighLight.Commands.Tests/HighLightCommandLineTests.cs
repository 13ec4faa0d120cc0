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
        Assert.That(await world.RunAsync("rnu"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("'rnu'").And.Contain("'highlight --help' tells more."));
        Assert.That(world.Output, Does.Contain("Did you mean").And.Contain("run"));
    }

    [Test]
    public async Task NoCommand_ShowsTheHelp()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Output, Does.Contain("Commands:"));
    }

    [TestCase("run")]
    [TestCase("run", "a.ipynb", "--jobs")]
    [TestCase("reproduce", "surplus")]
    public async Task WrongUsage_IsRefusedWithAHint(params string[] arguments)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(arguments), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain($"'highlight {arguments[0]} --help' tells more."));
    }
}
