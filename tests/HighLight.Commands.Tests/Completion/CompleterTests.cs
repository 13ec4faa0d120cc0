using HighLight.Commands.Context;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Completion;

/// <summary>What is offered at the end of a command line.</summary>
public sealed class CompleterTests
{
    [TestCase("highlight ", "run convert reproduce evaluate network simulate designs networks patterns prune completion help --help --version")]
    [TestCase("ev", "evaluate")]
    [TestCase("highlight net", "network networks")]
    [TestCase("highlight --v", "--version")]
    [TestCase("highlight nonsense --", "")]
    [TestCase("highlight help s", "simulate")]
    [TestCase("highlight completion ", "bash zsh pwsh")]
    [TestCase("highlight designs ", "--format --help")]
    [TestCase("highlight designs --format ", "table json")]
    [TestCase("highlight designs --format=j", "--format=json")]
    [TestCase("highlight designs --format json --", "--help")]
    [TestCase("highlight simulate --comp", "--compare")]
    [TestCase("highlight simulate --gemm ", "")]
    [TestCase("highlight evaluate --objective ", "edp energy cycles")]
    [TestCase("highlight evaluate --technology ", "65nm 45nm")]
    [TestCase("highlight evaluate --preset ", "sparseloop-2022 paper")]
    [TestCase("highlight evaluate --design s2", "s2ta s2ta-two-pass")]
    [TestCase("highlight evaluate --design tc,h", "tc,highlight")]
    [TestCase("highlight evaluate --design HIGH", "highlight")]
    [TestCase("highlight evaluate --design dstc,ds", "dstc,dsso")]
    [TestCase("highlight evaluate --a d", "dense")]
    [TestCase("highlight evaluate --a 'C1(4:8)->C0(2:4", "C1(4:8)->C0(2:4)")]
    [TestCase("highlight evaluate --b \"C1(4:8)->C0(2:4", "C1(4:8)->C0(2:4)")]
    [TestCase("highlight network resnet", "resnet50 resnet50-v1")]
    [TestCase("highlight prune --tails ", "pad dense reject")]
    [TestCase("highlight prune m.onnx --input x.npy --inp", "--input")]
    [TestCase("highlight patterns C1(2:{", "C1(2:{2<=H<=8})->C0(4:4)")]
    public void Complete_Text_OffersWhatCanStandThere(string text, string expected)
    {
        using var world = new FakeWorld();
        Assert.That(string.Join(' ', Values(text, world)), Is.EqualTo(expected));
    }

    [TestCase("run ", "notes.DIB sub/ x.ipynb")]
    [TestCase("run s", "sub/")]
    [TestCase("run sub/", "sub/inner.ipynb")]
    [TestCase("run ./x", "./x.ipynb")]
    [TestCase("run .h", ".hidden.ipynb")]
    [TestCase("run --html ", "sub/")]
    [TestCase("network --a 2:4 m", "mine.csv model.onnx")]
    [TestCase("prune ", "model.onnx sub/")]
    [TestCase("prune --input image=d", "image=data.npy")]
    [TestCase("run --output ", "sub/")]
    [TestCase("run --parameters ", "p.JSON p.yaml p.yml sub/")]
    [TestCase("run --junit ", "r.xml sub/")]
    [TestCase("run --trx ", "r.trx sub/")]
    [TestCase("run x.ipynb n", "notes.DIB")]
    [TestCase("convert ", "notes.DIB sub/ x.ipynb")]
    [TestCase("convert --output ", "notes.DIB sub/ x.ipynb")]
    [TestCase("prune --output ", "model.onnx sub/")]
    [TestCase("prune --hss ", "sub/")]
    [TestCase("evaluate --technology m", "mine.csv")]
    [TestCase("evaluate --technology=m", "--technology=mine.csv")]
    public void Complete_Files_AreThoseOfTheWantedKind(string text, string expected)
    {
        using var world = new FakeWorld();
        string[] files =
        [
            "x.ipynb", "notes.DIB", ".hidden.ipynb", "mine.csv", "model.onnx", "data.npy", "read.me",
            "p.JSON", "p.yaml", "p.yml", "r.xml", "r.trx",
            "sub/inner.ipynb",
        ];
        foreach (var file in files)
        {
            world.Write(file);
        }

        Assert.That(string.Join(' ', Values(text, world)), Is.EqualTo(expected));
    }

    [Test]
    public void Complete_CursorInTheMiddle_LooksAtWhatIsBeforeIt()
    {
        using var world = new FakeWorld();
        var completions = HighLightCommandLine.Complete("highlight eval --design tc", "highlight eval".Length, world.CreateContext());
        Assert.That(completions.Values, Is.EqualTo(["evaluate"]));
        Assert.That(completions.Start, Is.EqualTo("highlight ".Length));
    }

    [Test]
    public void Complete_PositionOutsideOfTheText_IsTakenAsItsEnd([Values(-1, 0, 2, 99)] int position)
    {
        using var world = new FakeWorld();
        Assert.That(HighLightCommandLine.Complete("ev", position, world.CreateContext()).Values, Does.Contain("evaluate"));
    }

    [Test]
    public void Offered_Operands_CanAllBeGiven()
    {
        var problems = new List<string>();
        var operands = OperandArgument.Offered.Select(text => OperandArgument.Read("--a", text, problems)).ToArray();
        Assert.That(operands, Is.Not.Empty.And.All.Not.Null, () => string.Join('\n', problems));
    }

    [Test]
    public async Task Suggest_Directive_PrintsALineForEach()
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync("[suggest:14]", "highlight desi and more"), Is.Zero);
        Assert.That(world.Output, Is.EqualTo("designs\n"));
        Assert.That(await world.RunAsync("[suggest]"), Is.Zero);
        Assert.That(world.Error, Is.Empty);
    }

    [TestCase("[suggest:x]")]
    [TestCase("[suggestion]")]
    [TestCase("[diagram]")]
    public async Task OtherDirectives_AreNotVerbs(string directive)
    {
        using var world = new FakeWorld();
        Assert.That(await world.RunAsync(directive, "run"), Is.EqualTo(ExitCode.Usage));
        Assert.That(world.Error, Does.StartWith($"error: '{directive}' is not a verb."));
    }

    private static IEnumerable<string> Values(string text, FakeWorld world) =>
        HighLightCommandLine.Complete(text, text.Length, world.CreateContext()).Values;
}
