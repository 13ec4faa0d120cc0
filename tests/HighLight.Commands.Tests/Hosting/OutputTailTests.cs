using System.Text;
using CsCheck;
using HighLight.Commands.Hosting;
using HighLight.Commands.Tests.Support;

namespace HighLight.Commands.Tests.Hosting;

public sealed class OutputTailTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(OutputTail.Capacity - 1)]
    [TestCase(OutputTail.Capacity)]
    [TestCase(OutputTail.Capacity + 1)]
    [TestCase(3 * OutputTail.Capacity)]
    public void Read_AnyLength_KeepsTheEnd(int length) => Gen.Int[1, 2 * OutputTail.Capacity].Sample(
        chunk =>
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(index => (char)('a' + (index % 23))));
            return Read(Encoding.UTF8.GetBytes(text), chunk) == text[Math.Max(0, length - OutputTail.Capacity)..];
        },
        iter: 20);

    [Test]
    public void Read_CutThroughACharacter_StartsAtTheNext()
    {
        var text = new string('€', OutputTail.Capacity);
        Assert.That(Read(Encoding.UTF8.GetBytes(text), 1000), Is.EqualTo(new string('€', OutputTail.Capacity / 3)));
    }

    private static string Read(byte[] bytes, int chunk)
    {
        var tail = new OutputTail();
        using var stream = new ChunkedStream(bytes, chunk);
        tail.ReadAsync(stream).GetAwaiter().GetResult();
        return tail.ToString();
    }
}
