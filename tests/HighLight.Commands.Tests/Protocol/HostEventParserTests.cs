using System.Text;
using CsCheck;
using HighLight.Commands.Protocol;

namespace HighLight.Commands.Tests.Protocol;

public sealed class HostEventParserTests
{
    private const string Error = """{"event":"error","cell":3,"line":2,"name":"System.Exception","message":"größer → 😀"}""";

    private static IEnumerable<TestCaseData> Events()
    {
        yield return new TestCaseData("""{"event":"started","notebook":"01.ipynb","cells":7}""", new NotebookStarted(7));
        yield return new TestCaseData("""{"event":"cell-started","cell":1,"cells":7}""", new CellStarted(1, 7));
        yield return new TestCaseData(
            """{"event":"cell-finished","cell":1,"ok":true,"seconds":0.123}""",
            new CellFinished(1, true) { Seconds = 0.123 });
        yield return new TestCaseData(
            """{"event":"cell-finished","cell":2,"ok":true,"seconds":0,"skipped":true}""",
            new CellFinished(2, true) { Skipped = true });
        yield return new TestCaseData(
            """{"event":"cell-finished","cell":2,"ok":false,"seconds":1e999,"skipped":0}""",
            new CellFinished(2, false));
        yield return new TestCaseData(
            """{"event":"output","cell":2,"stream":"stderr","text":"a\n\u001bb"}""",
            new CellOutput(2, "stderr", "a\n\u001bb"));
        yield return new TestCaseData("""{"event":"warning","message":"ids repeat"}""", new HostWarning("ids repeat"));
        yield return new TestCaseData("""{"event":"timed-out","cell":4,"seconds":5,"scope":"cell"}""", new NotebookTimedOut(4, 5, true));
        yield return new TestCaseData(
            """{"event":"timed-out","cell":null,"seconds":0.5,"scope":"notebook"}""",
            new NotebookTimedOut(null, 0.5, false));
        yield return new TestCaseData("""{"event":"write-failed","message":"disk full"}""", new WriteFailed("disk full"));
        yield return new TestCaseData(Error, new CellError(3, 2, "System.Exception", "größer → 😀"));
        yield return new TestCaseData("""{"event":"error","cell":3,"line":null,"name":"E","message":"m"}""", new CellError(3, null, "E", "m"));
        yield return new TestCaseData("""{"event":"finished","ok":false,"executed":7,"failed":2}""", new NotebookFinished(false, 7, 2));
        yield return new TestCaseData("""{"event":"invalid","message":"no JSON"}""", new NotebookInvalid("no JSON"));
        yield return new TestCaseData("""native noise {"event":"started","cells":0}""", new NotebookStarted(0));
        yield return new TestCaseData("""{"event":"started","cells":1,"later":{"field":[1]}}""", new NotebookStarted(1));
    }

    [TestCaseSource(nameof(Events))]
    public void TryParse_Event_IsRead(string line, object expected) => Assert.That(Parse(line), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("loading model…")]
    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("""{"event":"unheard-of"}""")]
    [TestCase("""{"event":7}""")]
    [TestCase("""{"event":"started"}""")]
    [TestCase("""{"event":"started","cells":"7"}""")]
    [TestCase("""{"event":"started","cells":-1}""")]
    [TestCase("""{"event":"started","cells":99999999999}""")]
    [TestCase("""{"event":"started","cells":7""")]
    [TestCase("""{"event":"started","cells":7} tail""")]
    [TestCase("""{"event":"cell-finished","cell":1,"ok":"yes"}""")]
    [TestCase("""{"event":"output","cell":1,"text":"no stream"}""")]
    [TestCase("""{"event":"timed-out","cell":1,"seconds":-1,"scope":"cell"}""")]
    [TestCase("""{"event":"warning"}""")]
    [TestCase("""{"event":"error","cell":1,"message":"\ud800"}""")]
    public void TryParse_AnythingElse_IsNoEvent(string line) => Assert.That(Parse(line), Is.Null);

    [Test]
    public void TryParse_DeepNesting_IsNoEvent() => Assert.That(Parse("{\"event\":" + new string('[', 100_000)), Is.Null);

    [Test]
    public void TryParse_InvalidUtf8_IsNoEvent()
    {
        byte[] line = [.. "{\"event\":\"invalid\",\"message\":\""u8, 0xFF, 0xC0, .. "\"}"u8];
        Assert.That(HostEventParser.TryParse(line, out _), Is.False);
    }

    [Test]
    public void TryParse_DamagedEvent_IsReadOrPassedOverButNeverThrows() => Gen.Select(Gen.Int[0, Error.Length - 1], Gen.Byte).Sample((position, value) =>
    {
        var line = Encoding.UTF8.GetBytes(Error);
        line[position] = value;
        return HostEventParser.TryParse(line, out var hostEvent) == hostEvent is not null;
    });

    private static HostEvent? Parse(string line) => HostEventParser.TryParse(Encoding.UTF8.GetBytes(line), out var found) ? found : null;
}
