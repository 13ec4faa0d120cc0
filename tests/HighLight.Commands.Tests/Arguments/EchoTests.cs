using HighLight.Commands.Arguments;

namespace HighLight.Commands.Tests.Arguments;

public sealed class EchoTests
{
    [TestCase("plain ü → 😀", "plain ü → 😀")]
    [TestCase("\u001b[31mred\u001b[0m", "red")]
    [TestCase("\u001b]0;title\u0007x", "x")]
    [TestCase("\u001b]8;;there\u001b\\link", "link")]
    [TestCase("\u001bPq#0\u001b\\x", "x")]
    [TestCase("\u009b2Jx", "x")]
    [TestCase("\u001b(0x\u001bc", "x")]
    [TestCase("a\nb\tc\r\u0008", "a b c ")]
    [TestCase("\u202eabc\u200b", "abc")]
    [TestCase("[31m", "[31m")]
    [TestCase("\u001b", "")]
    public void Of_Word_HoldsNothingThatATerminalObeys(string word, string expected) => Assert.That(Echo.Of(word), Is.EqualTo(expected));

    [Test]
    public void Of_LongWord_IsCut()
    {
        Assert.That(Echo.Of(new string('x', Echo.MaximumLength)), Has.Length.EqualTo(Echo.MaximumLength));
        Assert.That(Echo.Of(new string('x', Echo.MaximumLength + 1)), Is.EqualTo(new string('x', Echo.MaximumLength) + "…"));
    }
}
