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
