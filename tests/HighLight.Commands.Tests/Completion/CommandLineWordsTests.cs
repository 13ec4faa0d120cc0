using HighLight.Commands.Completion;

namespace HighLight.Commands.Tests.Completion;

public sealed class CommandLineWordsTests
{
    [TestCase("", "", "", 0)]
    [TestCase("evaluate", "", "evaluate", 0)]
    [TestCase("evaluate ", "evaluate", "", 9)]
    [TestCase("evaluate  --a 'C1(4", "evaluate|--a", "C1(4", 14)]
    [TestCase("a \"b c", "a", "b c", 2)]
    [TestCase("a \"b 'c\" d'e'f", "a|b 'c", "def", 9)]
    [TestCase(@"a C1\(4:8\)-\>C0", "a", "C1(4:8)->C0", 2)]
    [TestCase(@"a b\ c", "a", "b c", 2)]
    [TestCase(@"a data\models\x.onnx", "a", @"data\models\x.onnx", 2)]
    [TestCase("a \\", "a", "\\", 2)]
    [TestCase("a \"b \\$\\`\\\"\\\\c\\d", "a", "b $`\"\\c\\d", 2)]
    [TestCase(@"a 'b\$c", "a", @"b\$c", 2)]
    public void Split_Text_TakesQuotesOff(string text, string before, string current, int start)
    {
        var words = CommandLineWords.Split(text);
        Assert.That((string.Join('|', words.Before), words.Current, words.Start), Is.EqualTo((before, current, start)));
    }

    [TestCase("a ''", "a|")]
    [TestCase("a ", "a")]
    [TestCase("a b", "a|b")]
    public void All_Text_HoldsTheLastWordIfItIsBegun(string text, string all) =>
        Assert.That(string.Join('|', CommandLineWords.Split(text).All), Is.EqualTo(all));

    [TestCase("highlight run x", "run")]
    [TestCase("/opt/tools/highlight run x", "run")]
    [TestCase("highlight.exe run x", "run")]
    [TestCase("run x", "run")]
    public void Without_Tool_LeavesTheVerb(string text, string before) =>
        Assert.That(string.Join('|', CommandLineWords.Split(text).Without("highlight").Before), Is.EqualTo(before));
}
