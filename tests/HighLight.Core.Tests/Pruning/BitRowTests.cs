using CsCheck;

namespace HighLight.Pruning;

public class BitRowTests
{
    [Test]
    public void Ranges_Any_TouchExactlyTheirColumns() =>
        Gen.Select(Gen.Int[0, 199], Gen.Int[0, 200]).Select((start, length) => (start, length: Math.Min(length, 200 - start))).Sample((start, length) =>
        {
            var set = new ulong[4];
            BitRow.Set(set, start, length);
            var cleared = Enumerable.Repeat(ulong.MaxValue, 4).ToArray();
            BitRow.Clear(cleared, start, length);
            for (var column = 0; column < 256; column++)
            {
                var inside = column >= start && column < start + length;
                Assert.That(BitRow.Get(set, column), Is.EqualTo(inside));
                Assert.That(BitRow.Get(cleared, column), Is.EqualTo(!inside));
                Assert.That(BitRow.Any(set, column, 1), Is.EqualTo(inside));
            }

            Assert.That(BitRow.Count(set), Is.EqualTo(length));
            Assert.That(BitRow.Any(cleared, start, length), Is.False);
            Assert.That(BitRow.Any(set, 0, 200), Is.EqualTo(length > 0));
        });

    [Test]
    public void WordRange_AtTheLargestColumn_Ends()
    {
        var words = new List<(int, ulong)>();
        foreach (var (word, bits) in new WordRange(int.MaxValue - 2, 2))
        {
            words.Add((word, bits));
        }

        Assert.That(words, Is.EqualTo(new[] { (33_554_431, 0x6000_0000_0000_0000UL) }));
    }
}
