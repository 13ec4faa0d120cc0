using HighLight.Commands.Formatting;


namespace HighLight.Commands.Tests.Formatting;

public sealed class TerminalTextTests
{
    [TestCase("plain ü → 😀", "plain ü → 😀")]
    [TestCase("\u001b[2Jgone\a\u001b", "gone??")]
    [TestCase("a\r\nb\n", "a\n  b")]
    [TestCase("a\tb", "a\tb")]
    [TestCase("a\u202Eb\u2066c\u2028d", "a?b?c?d")]
    public void Clean_Text_CannotRepaintTheTerminal(string text, string expected) => Assert.That(TerminalText.Clean(text, indent: 2), Is.EqualTo(expected));

    [Test]
    public void Clean_VeryLongText_IsCut()
    {
        Assert.That(TerminalText.Clean(new string('x', TerminalText.MaximumLength)), Has.Length.EqualTo(TerminalText.MaximumLength));
        Assert.That(TerminalText.Clean(new string('x', TerminalText.MaximumLength + 1)), Does.EndWith("x … (cut)"));
    }
}
