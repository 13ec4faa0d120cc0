using HighLight.Commands.Formatting;


namespace HighLight.Commands.Tests.Formatting;

public sealed class EscapeSequencesTests
{
    [TestCase("plain [0m", "plain [0m")]
    [TestCase("\u001b[1;31mred\u001b[0m", "red")]
    [TestCase("\u001b[2J\u001b[10;20Hhome", "home")]
    [TestCase("\u001b]0;title\atext", "text")]
    [TestCase("\u001b]8;;http://x\u001b\\link", "link")]
    [TestCase("\u001b(Bline\u001bM", "line")]
    [TestCase("broken \u001b[", "broken \u001b[")]
    [TestCase("broken \u001b]0;title", "broken \u001b]0;title")]
    public void Remove_Sequences_LeaveTheText(string text, string expected) =>
        Assert.That(EscapeSequences.Remove(text), Is.EqualTo(expected));
}
