using CsCheck;

namespace HighLight.Pruning;

public class TopSelectionTests
{
    [Test]
    public void Keep_AnyKeys_KeepsTheFirstOfAStableDescendingSort() =>
        Gen.Select(Gen.Int[0, 9].Select(i => (double)i).Array[0, 300], Gen.Int[0, 310]).Sample((keys, keep) =>
            Kept(keys, keep).SequenceEqual(Expected(keys, keep)));

    [Test]
    public void Keep_FewKeys_KeepsTheFirstOfAStableDescendingSort() =>
        Gen.Select(Gen.Double[0, 4].Select(Math.Floor).Array[0, 20], Gen.Int[0, 20]).Sample((keys, keep) =>
            Kept(keys, keep).SequenceEqual(Expected(keys, keep)));

    [TestCase("rising")]
    [TestCase("falling")]
    [TestCase("equal")]
    [TestCase("organ pipe")]
    [TestCase("sawtooth")]
    public void Keep_PatternedKeys_KeepsTheFirstOfAStableDescendingSort(string pattern)
    {
        var keys = Enumerable.Range(0, 5_000).Select(i => (double)(pattern switch
        {
            "rising" => i,
            "falling" => -i,
            "equal" => 1,
            "organ pipe" => Math.Min(i, 5_000 - i),
            _ => i % 7,
        })).ToArray();
        foreach (var keep in new[] { 0, 1, 17, 2_500, 4_999, 5_000 })
        {
            Assert.That(Kept(keys, keep), Is.EqualTo(Expected(keys, keep)));
        }
    }

    private static IEnumerable<int> Kept(double[] keys, int keep)
    {
        var kept = TopSelection.Keep(keys, keep);
        return Enumerable.Range(0, keys.Length).Where(i => kept[i]);
    }

    private static IEnumerable<int> Expected(double[] keys, int keep) =>
        Enumerable.Range(0, keys.Length).OrderByDescending(i => keys[i]).Take(keep).Order();
}
