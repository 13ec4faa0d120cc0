using System.Collections.Concurrent;
using HighLight.Interactive.Directives;
using HighLight.Interactive.Magic;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace HighLight.Interactive.Tests.Magic;

/// <summary>The magic command in a kernel of .NET Interactive that has no language: what stands around it is not run.</summary>
[TestFixture]
internal sealed class HighLightMagicTests
{
    private CompositeKernel _kernel = null!;

    [SetUp]
    public void CreateKernel()
    {
        _kernel = new CompositeKernel { new KeyValueStoreKernel() };
        HighLightMagic.AddTo(_kernel, new HighLightDirective());
    }

    [TearDown]
    public void RemoveKernel() => _kernel.Dispose();

    [Test]
    public async Task Line_InACell_ShowsBothMimeTypes()
    {
        var events = await SendAsync(new SubmitCode("#!highlight designs"));
        var shown = events.OfType<DisplayedValueProduced>().First(display => display.FormattedValues.Count > 1);
        Assert.That(shown.FormattedValues.Select(value => value.MimeType), Is.EquivalentTo(["text/html", "text/plain"]));
        Assert.That(events.OfType<CommandFailed>(), Is.Empty);
    }

    [TestCase("#!highlight evaluate --desgin=tc", "'--desgin' is not an option")]
    [TestCase("#!highlight evalaute --design tc", "'evalaute' is not a verb")]
    public async Task Line_Wrong_FailsWithWhatTheToolSays(string line, string problem) =>
        Assert.That((await SendAsync(new SubmitCode(line))).OfType<CommandFailed>().Single().Message, Does.Contain(problem));

    [Test]
    public async Task Line_Bare_ShowsTheVerbs()
    {
        var events = await SendAsync(new SubmitCode("#!highlight"));
        Assert.That(events.OfType<CommandFailed>(), Is.Empty);
        Assert.That(events.OfType<DisplayedValueProduced>().Single().FormattedValues.Single().Value, Does.Contain("evaluate"));
    }

    [TestCase("#!highlight evalu", "evaluate", 12)]
    [TestCase("#!highlight evaluate --design high", "highlight", 30)]
    [TestCase("#!highlight evaluate ", "--gemm", 21)]
    [TestCase("#!highlight ", "designs", 12)]
    public async Task Completion_OfALine_IsTheTools(string line, string value, int start)
    {
        foreach (var before in new[] { "", "first line\n\n" })
        {
            var cursor = new LinePosition(before.Count(character => character == '\n'), line.Length);
            var request = new RequestCompletions(before + line + "\nafter", cursor);
            var completions = (await SendAsync(request)).OfType<CompletionsProduced>().Single();
            Assert.That(completions.Completions.Select(item => item.InsertText), Does.Contain(value));
            Assert.That(completions.LinePositionSpan.Start, Is.EqualTo(cursor with { Character = start }));
        }
    }

    [Test]
    public async Task Completion_OfTheName_IsTheKernels()
    {
        var completions = (await SendAsync(new RequestCompletions("#!hi", new LinePosition(0, 4)))).OfType<CompletionsProduced>().Single();
        Assert.That(completions.Completions.Select(item => item.InsertText), Does.Contain("#!highlight"));
    }

    [Test]
    public void AddTo_Twice_AddsItOnce()
    {
        HighLightMagic.AddTo(_kernel, new HighLightDirective());
        Assert.That(_kernel.KernelInfo.SupportedDirectives.Count(directive => directive.Name == "#!highlight"), Is.EqualTo(1));
        Assert.That(_kernel.KernelInfo.SupportedDirectives.Select(directive => directive.Name), Does.Not.Contain("evaluate"));
    }

    private async Task<ConcurrentQueue<KernelEvent>> SendAsync(KernelCommand command) => new((await _kernel.SendAsync(command)).Events);
}
