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
        Assert.That(collector.Close(), Is.EqualTo(new CellOutput[] { new StreamOutput("stdout", "ab", []), new StreamOutput("stderr", "c", []), new StreamOutput("stdout", "d", []) }));
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
        Assert.That(outputs.OfType<StreamOutput>().Count(output => output.Text.Contains("[outputs cut after", StringComparison.Ordinal)), Is.EqualTo(cut ? 1 : 0));
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
}
