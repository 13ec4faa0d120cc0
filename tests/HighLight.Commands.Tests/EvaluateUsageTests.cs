using HighLight.Commands.Context;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests;

/// <summary>Wrong arguments of <c>highlight evaluate</c>.</summary>
public sealed class EvaluateUsageTests
{
    [Test]
    public async Task Evaluate_EverythingWrong_IsAllNamedAtOnce()
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync(
            "evaluate", "--design", "hilight,tc,eyeriss", "--gemm", "1024x1024", "--a", "C0(5:4)", "--b", "25%", "--technology", "65", "--preset", "nothing",
            "--mapping", "M0", "--objective", "edpp", "--format", "cvs", "--explian", "surplus value", "surplus");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        string[] expected =
        [
            "'--explian' is not an option. Did you mean --explain?",
            "'surplus' is one argument too many",
            "no design 'hilight'. Did you mean highlight?",
            "no design 'eyeriss'. Known: tc, stc, dstc, s2ta, highlight, dsso, s2ta-two-pass, all.",
            "--gemm: '1024x1024'",
            "--a: 'C0(5:4)'",
            "--b: a density is a number in 0..1, the share of nonzeros, but is '25%'. Did you mean 0.25?",
            "--technology: '65' is neither a built-in table nor a file. Known: 65nm, 45nm.",
            "--preset: there is no preset 'nothing'",
            "--mapping: 'M0' is not a mapping",
            "--objective: there is no objective 'edpp'. Did you mean edp?",
            "--format: there is no format 'cvs'. Did you mean csv?",
        ];
        foreach (var problem in expected)
        {
            Assert.That(world.Error, Does.Contain(problem));
        }

        Assert.That(world.Error.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)), Is.EqualTo(expected.Length), world.Error);
        Assert.That(world.Error, Does.EndWith("Nothing was done. 'highlight evaluate --help' tells more.\n"));
        Assert.That(world.Output, Is.Empty);
    }

    [Test]
    public async Task Evaluate_NothingGiven_NamesWhatIsMissing()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("evaluate"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--design is missing").And.Contain("--gemm is missing").And.Contain("--a is missing").And.Contain("--b is missing"));
    }

    [Test]
    public async Task Evaluate_OptionTwiceOrWithoutValue_IsNamed()
    {
        using var world = new FakeWorld();
        var code = await world.RunAsync("evaluate", "--design", "tc", "--design", "stc", "--gemm", "8x8x8", "--a", "", "--b");
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--design is given 2 times").And.Contain("--a lacks its value").And.Contain("--b lacks its value"));
        Assert.That(world.Error, Does.Not.Contain("missing"));
    }

    [Test]
    public async Task Evaluate_NegativeDensity_IsAValueAndNoOption()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("evaluate", "--design", "tc", "--gemm", "8x8x8", "--a", "dense", "--b=-0.5"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("--b: a density is a number in 0..1, the share of nonzeros, but is '-0.5'."));
    }

    [Test]
    public async Task Evaluate_ExplainWithCsv_IsRefused()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("evaluate", "--design", "tc", "--gemm", "8x8x8", "--a", "dense", "--b", "dense", "--explain", "--format", "csv"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("use --format json"));
    }

    [Test]
    public async Task Evaluate_TechnologyFileThatIsNone_NamesEveryViolation()
    {
        using var world = new FakeWorld();
        world.Write("bad.csv", "component,width_bits,size_bytes,action,energy_pJ,area_um2,node_nm,tag,source", "mac,eight,,compute,0.4,,65,sourced,x", "mac,8,,compute,,,65,rumour,x");
        Assert.That(await world.RunAsync("evaluate", "--design", "tc", "--gemm", "8x8x8", "--a", "dense", "--b", "dense", "--technology", "bad.csv"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Contain("bad.csv is no technology table").And.Contain("line 2, column width_bits").And.Contain("line 3"));
    }

    [Test]
    public async Task Evaluate_TechnologyWithoutAComponent_NamesIt()
    {
        using var world = new FakeWorld();
        world.Write("thin.csv", "component,width_bits,size_bytes,action,energy_pJ,area_um2,node_nm,tag,source", "operand_register,8,,read,0.02,,65,assumed,x");
        Assert.That(await world.RunAsync("evaluate", "--design", "tc,stc", "--gemm", "8x8x8", "--a", "dense", "--b", "dense", "--technology", "thin.csv"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.Match(@"^error: --technology: .*'thin' \(65 nm\) has no energy of 'compute' for mac.*\nNothing was done\."));
        Assert.That(world.Output, Is.Empty);
    }

    [Test]
    public async Task Help_ListsExitCode3AndTheDesigns()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("evaluate", "--help"), Is.Zero);
        Assert.That(world.Output, Does.Contain("3 a design cannot run").And.Contain("tc, stc, dstc, s2ta, highlight, dsso").And.Contain("--no-swap").And.Contain("Examples:"));
    }
}
