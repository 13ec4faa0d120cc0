using CsCheck;
using HighLight.Interactive.Directives;

namespace HighLight.Interactive.Tests.Directives;

[TestFixture]
internal sealed class ShellWordsTests
{
    [TestCase("", new string[0])]
    [TestCase("  \t ", new string[0])]
    [TestCase("designs", new[] { "designs" })]
    [TestCase("a  b\tc ", new[] { "a", "b", "c" })]
    [TestCase("--a \"C1(4:8)->C0(2:4)\" --b 0.25", new[] { "--a", "C1(4:8)->C0(2:4)", "--b", "0.25" })]
    [TestCase("--a C1(4:8)->C0(2:4)", new[] { "--a", "C1(4:8)->C0(2:4)" })]
    [TestCase("'a b' \"c d\"e'f g'", new[] { "a b", "c def g" })]
    [TestCase("'' \"\"", new[] { "", "" })]
    [TestCase("a\\ b \\\"c\\\" \\\\", new[] { "a b", "\"c\"", "\\" })]
    [TestCase("\"a\\\"b\\\\c\\d\"", new[] { "a\"b\\c\\d" })]
    [TestCase("'a\\b'", new[] { "a\\b" })]
    public void Split_Line_IsSplitAsAShellDoesIt(string line, string[] words) => Assert.That(ShellWords.Split(line), Is.EqualTo(words));

    [TestCase("--a \"2:4", "The quote \" at character 5 is not closed")]
    [TestCase("it's", "The quote ' at character 3 is not closed")]
    [TestCase("path\\", "ends with a backslash")]
    public void Split_LineThatIsNotClosed_IsRefusedWithThePlace(string line, string problem) =>
        Assert.That(() => ShellWords.Split(line), Throws.TypeOf<FormatException>().With.Message.Contains(problem));

    [Test]
    public void Split_QuotedWords_AreTheWords() => Gen.String.Array[0, 6].Sample(words =>
        ShellWords.Split(string.Join(' ', words.Select(Quote))).SequenceEqual(words));

    private static string Quote(string word) => "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
