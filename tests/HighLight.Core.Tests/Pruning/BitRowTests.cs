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
            var right = BitRow.Count(set) == length && !BitRow.Any(cleared, start, length) && BitRow.Any(set, 0, 200) == length > 0;
            for (var column = 0; column < 256; column++)
            {
                var inside = column >= start && column < start + length;
                right &= BitRow.Get(set, column) == inside && BitRow.Get(cleared, column) == !inside && BitRow.Any(set, column, 1) == inside;
            }

            return right;
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
