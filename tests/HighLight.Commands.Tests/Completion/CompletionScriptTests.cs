using System.Diagnostics;
using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Completion;

/// <summary>The scripts, in the shells themselves where those are installed.</summary>
public sealed class CompletionScriptTests
{
    /// <summary>Prints what bash would insert for a line, several separated by bars.</summary>
    private const string InBash = """
        COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
        source ./script
        at() { COMP_LINE=$1 COMP_POINT=${#1}; _highlight_completion highlight; (IFS='|'; echo "${COMPREPLY[*]}"); }
        at 'highlight eval'
        at 'highlight evaluate --design=tc,h'
        at "highlight evaluate --a 'C1(4:8)->C0(2:3"
        at 'highlight evaluate --a C1\(4:8\)-\>C0\(2:3'
        at 'highlight run '
        eval "echo ${COMPREPLY[0]}"
        at 'highlight prune -'
        complete -p highlight
        """;

    /// <summary>Prints what is handed to zsh's completion, which quotes it.</summary>
    private const string InZsh = """
        compdef() { print compdef "$@" }
        compadd() { local name=${@[-1]}; print -r -- "${(j:|:)${(P)name}}" }
        source ./script
        at() { words=("$@"); CURRENT=$#; PREFIX=${@[-1]}; _highlight }
        at highlight eval
        at highlight evaluate --a 'C1(4:8)->C0(2:3'
        at highlight run ''
        """;

    [Test]
    [Platform("Linux")]
    public async Task Bash_Line_IsCompletedAndQuoted()
    {
        using var world = new FakeWorld();
        var printed = await RunAsync(world, "bash", InBash, "bash");
        Assert.That(printed, Is.EqualTo(new[]
        {
            "evaluate",
            "tc,highlight",
            "C1(4:8)->C0(2:3)",
            "'3)'",
            "'a b.ipynb'|bin/|sub/",
            "a b.ipynb",
            "--pattern|--output|--input|--shape|--seed|--tails|--all-weights|--hss|--force|--format|--help",
            "complete -F _highlight_completion highlight",
        }));
    }

    /// <summary>
    /// Completes the start of a file name, bare and behind each quote, and lets bash read what it would have inserted: the name must come
    /// out, and nothing of it may be executed.
    /// </summary>
    [TestCase("do$(touch done)", "do")]
    [TestCase("bq`touch done`", "bq")]
    [TestCase("semi;touch done;", "se")]
    [TestCase("it's \"all\" \\$x!y", "it")]
    [TestCase("~tilde", "~t")]
    [Platform("Linux")]
    public async Task Bash_NameThatAShellWouldTakeApart_StaysAName(string name, string typed)
    {
        using var world = new FakeWorld();
        world.Write(name + ".ipynb");
        var printed = await RunAsync(world, "bash", $$"""
            COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
            source ./script
            at() { COMP_LINE="highlight run $1{{typed}}" COMP_POINT=100; _highlight_completion highlight
                   eval "printf '%s\n' $1${COMPREPLY[0]}$1"; }
            at ''
            at '"'
            at "'"
            """, "bash");
        Assert.That(printed, Is.EqualTo(Enumerable.Repeat(name + ".ipynb", 3)));
        Assert.That(File.Exists(world.PathOf("done")), Is.False);
    }

    [Test]
    [Platform("Linux")]
    public async Task Zsh_Line_IsCompleted()
    {
        using var world = new FakeWorld();
        if (!File.Exists("/usr/bin/zsh") && !File.Exists("/bin/zsh"))
        {
            Assert.Ignore("zsh is not installed.");
        }

        // Each answer is the values, then the folders.
        var printed = await RunAsync(world, "zsh", InZsh, "zsh", "-f");
        string[] expected = ["compdef _highlight highlight", "evaluate", "", "C1(4:8)->C0(2:3)", "", "a b.ipynb", "bin/|sub/"];
        Assert.That(printed, Is.EqualTo(expected));
    }

    [Test]
    public async Task PowerShell_Script_RegistersACompleter()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("completion", "pwsh"), Is.Zero);
        Assert.That(world.Output, Does.Contain("Register-ArgumentCompleter -Native -CommandName highlight").And.Contain("'[suggest]'"));
        Assert.That(world.Output, Does.Not.Contain("\r"));
    }

    [TestCase("Give one shell: bash, zsh, pwsh.")]
    [TestCase("Give one shell", "bash", "zsh")]
    [TestCase("no script for a shell 'bsh'. Did you mean bash?", "bsh")]
    [TestCase("'--shell' is not an option", "--shell", "bash")]
    public async Task Completion_NotOneShell_IsRefused(string expected, params string[] arguments)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(["completion", .. arguments]), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain(expected));
        Assert.That(world.Output, Is.Empty);
    }

    private static async Task<string[]> RunAsync(FakeWorld world, string shell, string commands, params string[] program)
    {
        Assert.That(await world.RunAsync("completion", shell), Is.Zero);
        world.Write("script", world.Output);
        world.Write("a b.ipynb");
        world.Write("sub/c.ipynb");
        var tool = world.Write("bin/highlight", "#!/bin/sh", $"exec '{FakeWorld.Executable}' tool \"$@\"");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(program[0], [.. program[1..], "-c", commands])
        {
            WorkingDirectory = world.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{world.PathOf("bin")}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.TrimEnd('\n').Split('\n');
    }
}
