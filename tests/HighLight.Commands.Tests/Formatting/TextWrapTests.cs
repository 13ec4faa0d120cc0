using HighLight.Commands.Formatting;

namespace HighLight.Commands.Tests.Formatting;

public sealed class TextWrapTests
{
    [TestCase("", 5, "")]
    [TestCase("one two", 7, "one two")]
    [TestCase("one two", 6, "one|  two")]
    [TestCase("one  two three", 8, "one  two|  three")]
    [TestCase("incomprehensible", 3, "incomprehensible")]
    [TestCase("  an item that goes on", 12, "  an item|    that|    goes on")]
    [TestCase("  incomprehensible", 16, "incomprehensible")]
    [TestCase("日本 語", 5, "日本|  語")]
    public void Lines_Text_AreBrokenAtSpaces(string text, int width, string expected) =>
        Assert.That(string.Join('|', TextWrap.Lines(text, width, hanging: 2)), Is.EqualTo(expected));

    [Test]
    public void Lines_NoHanging_StartAtTheLeft() => Assert.That(TextWrap.Lines("one two", 6), Is.EqualTo(["one", "two"]));

    [TestCase("a", 1)]
    [TestCase("日本", 4)]
    [TestCase("e\u0301", 1)]
    [TestCase("😀", 2)]
    [TestCase("→", 1)]
    public void Width_Text_IsInColumnsOfTheTerminal(string text, int width) => Assert.That(TextWidth.Of(text), Is.EqualTo(width));
}
