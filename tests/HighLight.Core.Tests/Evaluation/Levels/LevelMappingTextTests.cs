using CsCheck;

namespace HighLight.Evaluation.Levels;

/// <summary>Mappings of several levels as text.</summary>
[TestFixture]
public sealed class LevelMappingTextTests
{
    private static Gen<LevelTile> Tile { get; } =
        Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[1, 999], Gen.Int[1, int.MaxValue], Gen.Int[0, 5])
            .Select((m, k, n, order) => new LevelTile(m, k, n, (DramLoopOrder)order));

    private static Gen<Mapping> AnyMapping { get; } = Gen.Select(Tile, Tile.Array[0, OuterTiles.MaxCount], Gen.Bool).Select(
        (inner, outer, spills) => new Mapping(inner.M, inner.K, inner.N, inner.Order) { OuterTiles = new(outer), SpillsZ = spills });

    [Test]
    public void Parse_PrintedMapping_IsTheSame() => AnyMapping.Sample(mapping =>
    {
        var read = Mapping.Parse(mapping.ToString());
        return read == mapping && read.GetHashCode() == mapping.GetHashCode()
            && Enumerable.Range(0, mapping.OuterTiles.Count).All(i => read.OuterTiles[i] == mapping.OuterTiles[i]);
    });

    [Test]
    public void ToString_NamesTheOutermostTileFirst() => Assert.That(
        new Mapping(128, 512, 192, DramLoopOrder.MOuter)
        {
            SpillsZ = true,
            OuterTiles = new([new(512, 1024, 1024, DramLoopOrder.KOuterMInner)]),
        }.ToString(),
        Is.EqualTo("M512 K1024 N1024, K outer, M inner | M128 K512 N192, M outer, Z spilled"));

    [TestCase("M1 K1 N1, M outer |")]
    [TestCase("| M1 K1 N1, M outer")]
    [TestCase("M1 K1 N1, M outer || M1 K1 N1, M outer")]
    [TestCase("M1 K1 N1, M outer, Z spilled | M1 K1 N1, M outer")]
    [TestCase("M1 K1, M outer | M1 K1 N1, M outer")]
    public void Parse_NoMapping_ShowsTheTextAndTheForm(string text) => Assert.That(
        () => Mapping.Parse(text),
        Throws.TypeOf<FormatException>().With.Message.Contains($"'{text}'").And.Message.Contains("with a | behind it"));

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void Parse_AsManyLevelsAsADesignHasOnChip(int levels, bool reads)
    {
        var text = string.Join(" | ", Enumerable.Repeat("M1 K1 N1, M outer", levels));
        Assert.That(() => Mapping.Parse(text), reads ? Throws.Nothing : Throws.TypeOf<FormatException>());
    }

    [Test]
    public void OuterTiles_BeyondTheirNumber_AreRefused()
    {
        Assert.That(() => new OuterTiles(new LevelTile[7]), Throws.ArgumentException.With.Message.Contains("at most 6"));
        var one = new OuterTiles([new(1, 2, 3, default)]);
        Assert.That(() => one[1], Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => one[-1], Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(one, Is.EqualTo(new OuterTiles([new(1, 2, 3, default)])).And.Not.EqualTo(new OuterTiles([new(1, 2, 4, default)])));
        Assert.That(one, Is.Not.EqualTo(default(OuterTiles)));
    }
}
