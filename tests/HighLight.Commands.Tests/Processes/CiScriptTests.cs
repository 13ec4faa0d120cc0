using System.Diagnostics;
using System.Runtime.Versioning;
using HighLight.Commands.Reproduction;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Processes;

/// <summary>The script <c>.ci/run</c> in a repository of its own, with a scripted <c>dotnet</c>.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
public sealed class CiScriptTests
{
    private const string TwelvePassed = "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total:    12, Duration: 25 ms - A.dll (net10.0)";
    private const string TwoFailed = "Failed!  - Failed:     2, Passed:     1, Skipped:     0, Total:     3, Duration: 1 s - B.dll (net10.0)";

    [TestCase(TwelvePassed, "0", "exit 0", "exit 0", "exit 0", 0, "15 passed, 0 failed")]
    [TestCase(TwelvePassed + "\\n" + TwoFailed, "1", "exit 0", "exit 0", "exit 0", 1, "16 passed, 2 failed")]
    [TestCase(TwelvePassed + "\\nA.cs(1,1): error CS1002", "1", "exit 0", "exit 0", "exit 0", 1, "15 passed, 1 failed")]
    [TestCase("nothing at all", "0", "exit 0", "exit 0", "exit 0", 1, "3 passed, 1 failed")]
    [TestCase(TwelvePassed, "0", "exit 1", "exit 0", "exit 0", 1, "14 passed, 1 failed")]
    [TestCase(TwelvePassed, "0", "echo changed >tracked", "exit 0", "exit 0", 1, "14 passed, 1 failed")]
    [TestCase(TwelvePassed, "0", "echo new >untracked", "exit 0", "exit 0", 1, "14 passed, 1 failed")]
    [TestCase(TwelvePassed, "0", "exit 0", "exit 1", "exit 0", 1, "14 passed, 1 failed")]
    [TestCase(TwelvePassed, "0", "exit 0", "exit 0", "exit 1", 1, "14 passed, 1 failed")]
    public async Task Script_Steps_DecideTheClosingLineAndTheExitCode(
        string testOutput, string testExit, string main, string packages, string jupyter, int exitCode, string closing)
    {
        using var world = new FakeWorld();
        world.Write("repository/tracked", "committed");
        Directory.CreateDirectory(world.PathOf("repository/.ci"));
        File.Copy(Path.Combine(RepositoryRoot.Above(AppContext.BaseDirectory)!.Folder, ".ci", "run"), world.PathOf("repository/.ci/run"));
        world.Write("repository/.ci/packages", packages);
        world.Write("repository/.ci/jupyter", jupyter);
        world.Write("bin/dotnet", "#!/bin/sh", $"if [ $1 = test ]; then printf '{testOutput}\\n'; exit {testExit}; fi", main);
        File.SetUnixFileMode(world.PathOf("bin/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await BashAsync(world, "cd repository && git init -q && git add -A && git -c user.name=t -c user.email=t commit -q -m t");
        // From another folder, as it may be called from anywhere.
        var (code, output) = await BashAsync(world, "bash repository/.ci/run");
        Assert.That(code, Is.EqualTo(exitCode), output);
        Assert.That(output.TrimEnd().Split('\n')[^1], Is.EqualTo(closing), output);
    }

    private static async Task<(int Code, string Output)> BashAsync(FakeWorld world, string command)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", command + " 2>&1"])
        {
            WorkingDirectory = world.Folder,
            Environment = { ["PATH"] = world.PathOf("bin") + ":" + Environment.GetEnvironmentVariable("PATH") },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output);
    }
}
