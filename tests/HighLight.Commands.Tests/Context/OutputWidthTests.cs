using HighLight.Commands.Context;

namespace HighLight.Commands.Tests.Context;

public sealed class OutputWidthTests
{
    [TestCase(null, false, 120, 120)]
    [TestCase(null, true, 120, null)]
    [TestCase("80", false, 120, 80)]
    [TestCase("80", true, 120, 80)]
    [TestCase("", true, 120, null)]
    [TestCase("0", false, 120, 120)]
    [TestCase("-5", false, 120, 120)]
    [TestCase("wide", true, 120, null)]
    [TestCase("99999999999", true, 120, null)]
    [TestCase(null, false, 0, null)]
    public void Decide_Surroundings_TellTheWidth(string? columns, bool redirected, int terminal, int? expected) =>
        Assert.That(OutputWidth.Decide(columns, redirected, () => terminal), Is.EqualTo(expected));

    [Test]
    public void Decide_TerminalThatCannotBeAsked_HasNoLimit() =>
        Assert.That(OutputWidth.Decide(null, redirected: false, () => throw new IOException("no terminal")), Is.Null);
}
