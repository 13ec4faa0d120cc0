using System.Diagnostics;
using System.Globalization;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;
using HighLight.Notebooks.Tests.Host;

namespace HighLight.Commands.Tests.Processes;

/// <summary>The tool as a real process that receives real signals.</summary>
[Platform(Exclude = "Win")]
public sealed class TerminationSignalsTests
{
    [TestCase("INT")]
    [TestCase("TERM")]
    [CancelAfter(60_000)]
    public async Task Signal_WhileNotebooksRun_EndsTheHostsAndLeavesFilesWhole(string signal, CancellationToken limit)
    {
        Assume.That(InheritedSignals.Ignores(signal), Is.False, "the tests were started with this signal ignored");
        using var world = new FakeWorld();
        world.Write("1.ipynb", """out {"event":"started","notebook":"x","cells":2}""", "touch there", "hang", "write");
        world.WritePassing("2.ipynb");
        var before = await File.ReadAllTextAsync(world.PathOf("1.ipynb"), limit);
        using var tool = Start(world, "run", "1.ipynb", "2.ipynb", "--in-place", "--jobs", "1");
        await WaitForFileAsync(world.PathOf("there"), limit);
        await SendAsync(signal, tool, limit);
        var output = await tool.StandardOutput.ReadToEndAsync(limit);
        await tool.WaitForExitAsync(limit);
        Assert.That(tool.ExitCode, Is.EqualTo(ExitCode.Cancelled));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("1.ipynb"), limit), Is.EqualTo(before));
        Assert.That(output, Does.Contain("1.ipynb: cancelled").And.Not.Contain("2.ipynb: started").And.Contain("0 passed, 0 failed, 2 cancelled"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Kill_OfTheTool_LeavesNoProcess(CancellationToken limit)
    {
        using var world = new FakeWorld();
        world.Write("1.ipynb", """out {"event":"started","notebook":"x","cells":2}""", "stubborn", "self host", "touch there", "hang");
        using var tool = Start(world, "run", "1.ipynb", "-p", "a=1");
        await WaitForFileAsync(world.PathOf("there"), limit);
        await SendAsync("KILL", tool, limit);
        await tool.WaitForExitAsync(limit);
        var host = await File.ReadAllTextAsync(world.PathOf("host"), limit);
        while (ProcessState.Lives(host))
        {
            await Task.Delay(5, limit);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Signal_StubbornHost_IsKilledWithWhatItStarted(CancellationToken limit)
    {
        Assume.That(InheritedSignals.Ignores("TERM"), Is.False, "the tests were started with this signal ignored");
        using var world = new FakeWorld();
        world.Write(
            "1.ipynb",
            "stubborn",
            "spawn child",
            """out {"event":"started","notebook":"x","cells":2}""",
            """out {"event":"cell-finished","cell":1,"ok":true}""",
            "touch there",
            "hang");
        using var tool = Start(world, "run", "1.ipynb", "--junit", "r.xml");
        await WaitForFileAsync(world.PathOf("there"), limit);
        await SendAsync("TERM", tool, limit);

        // Signals of one second are one wish.
        await Task.Delay(1100, limit);
        await SendAsync("TERM", tool, limit);
        var output = await tool.StandardOutput.ReadToEndAsync(limit);
        await tool.WaitForExitAsync(limit);
        Assert.That(tool.ExitCode, Is.EqualTo(ExitCode.Cancelled));
        Assert.That(output, Does.Contain("1.ipynb: cancelled, 1/2 cells"));
        Assert.That(await File.ReadAllTextAsync(world.PathOf("r.xml"), limit), Does.Contain("name=\"cell 1\"").And.Contain("cancelled"));
        Assert.That(ProcessState.Lives(await File.ReadAllTextAsync(world.PathOf("child"), limit)), Is.False);
    }

    private static Process Start(FakeWorld world, params string[] arguments) => Process.Start(new ProcessStartInfo(FakeWorld.Host.Program, [FakeWorld.Assembly, "tool", .. arguments])
    {
        WorkingDirectory = world.Folder,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;

    private static async Task WaitForFileAsync(string file, CancellationToken limit)
    {
        while (!File.Exists(file))
        {
            await Task.Delay(5, limit);
        }
    }

    private static async Task SendAsync(string signal, Process process, CancellationToken limit)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(limit);
    }
}
