using HighLight.Notebooks.Documents;
using HighLight.Notebooks.Execution;

namespace HighLight.Notebooks.Tests.Execution;

internal sealed class OutputCollectorTests
{
    [Test]
    public void Write_AdjacentTextOfAStream_IsOneOutput()
    {
        var collector = new OutputCollector();
        collector.Write("stdout", "a");
        collector.Write("stdout", "b");
        collector.Write("stderr", "c");
        collector.Write("stdout", "d");
        Assert.That(
            collector.Close(),
            Is.EqualTo(
                new CellOutput[] { new StreamOutput("stdout", "ab", []), new StreamOutput("stderr", "c", []), new StreamOutput(
                    "stdout", "d", []) }));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Write_AroundTheLimit_IsCutWithANotice(int more, bool cut)
    {
        var collector = new OutputCollector();
        collector.Write("stdout", new string('x', OutputCollector.StreamLimit + more));
        collector.Write("stdout", more == 0 ? "" : "later");
        string text = ((StreamOutput)collector.Close()[0]).Text;
        Assert.That(text.Contains("[output cut after", StringComparison.Ordinal), Is.EqualTo(cut));
        Assert.That(text, Does.Not.Contain("later"));
    }

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(2, true)]
    public void Add_AroundTheLimit_IsCutWithOneNoticeAndKeepsTheEnd(int more, bool cut)
    {
        var collector = new OutputCollector();
        var shown = new DisplayDataOutput(new MimeBundle([]), NotebookText.EmptyObject, []);
        for (int i = 0; i < OutputCollector.OutputLimit + more; i++)
        {
            collector.Add(shown);
        }

        var error = new ErrorOutput("E", "m", [], []);
        collector.Add(error);
        var outputs = collector.Close();
        Assert.That(outputs.Count(output => output == shown), Is.EqualTo(OutputCollector.OutputLimit));
        Assert.That(
            outputs.OfType<StreamOutput>().Count(output => output.Text.Contains("[outputs cut after", StringComparison.Ordinal)),
            Is.EqualTo(cut ? 1 : 0));
        Assert.That(outputs[^1], Is.SameAs(error));
    }

    [Test]
    public void Close_LaterText_IsDropped()
    {
        var collector = new OutputCollector();
        collector.Close();
        collector.Write("stdout", "late");
        Assert.That(collector.Close(), Is.Empty);
    }

    [Test]
    public void Write_HalfASurrogatePair_IsReplaced()
    {
        var collector = new OutputCollector();
        collector.Write("stdout", "a\ud800");
        Assert.That(((StreamOutput)collector.Close()[0]).Text, Is.EqualTo("a\ufffd"));
    }

    [Test]
    public void Write_AfterForeignText_ComesAfterIt()
    {
        var foreign = new Foreign();
        var collector = new OutputCollector(foreign);
        foreign.Arrive("stderr", "1");
        collector.Write("stdout", "2");
        foreign.Arrive("stdout", "3");
        collector.Add(new ErrorOutput("E", "m", [], []));
        foreign.Arrive("stdout", "4");
        var texts = collector.Close().Select(output => output is StreamOutput stream ? $"{stream.Name} {stream.Text}" : "error");
        Assert.That(texts, Is.EqualTo(new[] { "stderr 1", "stdout 23", "error", "stdout 4" }));
    }

    [Test]
    public void Replace_AlsoAfterTheClose_IsKept()
    {
        var collector = new OutputCollector();
        collector.Write("stdout", "before");
        int place = collector.Add(new ErrorOutput("first", "", [], []));
        collector.Write("stdout", "after");
        var closed = collector.Close();
        collector.Replace(place, new ErrorOutput("second", "", [], []));
        Assert.That(((ErrorOutput)closed[1]).Name, Is.EqualTo("first"));
        Assert.That(collector.Collected().Select(output => output.OutputType), Is.EqualTo(new[] { "stream", "error", "stream" }));
        Assert.That(((ErrorOutput)collector.Collected()[1]).Name, Is.EqualTo("second"));
    }

    [Test]
    public void Collected_NothingNew_IsTheSameArray()
    {
        var collector = new OutputCollector();
        collector.Write("stdout", "a");
        var first = collector.Collected();
        Assert.That(collector.Collected() == first, Is.True);
        collector.Write("stdout", "b");
        Assert.That(((StreamOutput)collector.Collected().Single()).Text, Is.EqualTo("ab"));
    }

    private sealed class Foreign : IForeignOutput
    {
        private readonly List<(string Stream, string Text)> _arrived = [];

        public void Arrive(string stream, string text) => _arrived.Add((stream, text));

        public void Drain(StreamTextSink sink)
        {
            _arrived.ForEach(item => sink(item.Stream, item.Text));
            _arrived.Clear();
        }
    }
}
