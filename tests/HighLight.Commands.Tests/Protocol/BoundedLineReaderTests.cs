using System.Text;
using CsCheck;
using HighLight.Commands.Protocol;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Protocol;

public sealed class BoundedLineReaderTests
{
    [TestCase("", new string[0])]
    [TestCase("a", new[] { "a" })]
    [TestCase("a\n", new[] { "a" })]
    [TestCase("a\r\nb\n", new[] { "a", "b" })]
    [TestCase("\n\nx", new[] { "", "", "x" })]
    [TestCase("a\rb\n", new[] { "a\rb" })]
    public async Task Read_Text_IsSplitAtLineEnds(string text, string[] lines) => Assert.That(await ReadAsync(text, 3, 100), Is.EqualTo(lines));

    [Test]
    public async Task Read_CharactersSplitBetweenReads_StayWhole() => Assert.That(await ReadAsync("é→😀\nß", 1, 100), Is.EqualTo(["é→😀", "ß"]));

    [Test]
    public async Task Read_LineAtTheLimit_IsReturned() => Assert.That(await ReadAsync("12345\nx", 2, 5), Is.EqualTo(["12345", "x"]));

    [Test]
    public async Task Read_LineBeyondTheLimit_IsPassedOverAlone() => Assert.That(await ReadAsync("a\n123456\nx", 2, 5), Is.EqualTo(["a", "x"]));

    [Test]
    public async Task Read_LastLineBeyondTheLimit_IsPassedOver() => Assert.That(await ReadAsync("a\n123456", 2, 5), Is.EqualTo(["a"]));

    [Test]
    public void Read_AnyText_EqualsSplittingItAtOnce() => Gen.Select(Gen.String[Gen.Char["ab\n\r"], 0, 40], Gen.Int[1, 7], Gen.Int[1, 6]).Sample((text, chunk, limit) =>
    {
        var expected = text.Split('\n')
            .SkipLast(text.EndsWith('\n') || text.Length == 0 ? 1 : 0)
            .Where(line => line.Length <= limit)
            .Select(line => line.EndsWith('\r') ? line[..^1] : line);
        return ReadAsync(text, chunk, limit).GetAwaiter().GetResult().SequenceEqual(expected, StringComparer.Ordinal);
    });

    private static async Task<List<string>> ReadAsync(string text, int chunk, int limit)
    {
        await using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(text), chunk);
        var lines = new List<string>();
        await foreach (var line in new BoundedLineReader(stream, limit).ReadAsync())
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return lines;
    }
}
