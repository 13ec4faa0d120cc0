using CsCheck;
using HighLight.Commands.Progress;

namespace HighLight.Commands.Tests.Progress;

public sealed class OutputLinesTests
{
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["ab\n\r\u001b[0m"], 0, 40];

    [TestCase("a\nb\n", new[] { "a", "b" }, null)]
    [TestCase("a\r\nb", new[] { "a" }, "b")]
    [TestCase("10 %\r50 %\r100 %\n", new[] { "100 %" }, null)]
    [TestCase("10 %\r50 %\r", new string[0], "50 %")]
    [TestCase("\n\n", new[] { "", "" }, null)]
    [TestCase("\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\\n", new[] { "link" }, null)]
    [TestCase("a\bb\0\n", new[] { "a?b?" }, null)]
    public void Add_Text_GivesTheLinesThatATerminalWouldShow(string text, string[] lines, string? rest)
    {
        var output = new OutputLines();
        Assert.That(output.Add(text), Is.EqualTo(lines));
        Assert.That(output.Flush(), Is.EqualTo(rest));
        Assert.That(output.Flush(), Is.Null);
    }

    [Test]
    public void Add_LineWithoutAnEnd_IsGivenOutInPieces()
    {
        var output = new OutputLines();
        Assert.That(output.Add(new string('x', OutputLines.MaximumLine + 1)), Is.EqualTo([new string('x', OutputLines.MaximumLine)]));
        Assert.That(output.Flush(), Is.EqualTo("x"));
    }

    [Test]
    public void Add_TextInAnyPieces_GivesTheSameLines() => Gen.Select(Texts, Gen.Int[1, 7]).Sample((text, size) =>
    {
        var whole = new OutputLines();
        var pieces = new OutputLines();
        List<string> expected = [.. whole.Add(text), whole.Flush() ?? ""];
        List<string> lines = [.. text.Chunk(size).SelectMany(piece => pieces.Add(new string(piece))), pieces.Flush() ?? ""];
        return lines.SequenceEqual(expected, StringComparer.Ordinal);
    });
}
