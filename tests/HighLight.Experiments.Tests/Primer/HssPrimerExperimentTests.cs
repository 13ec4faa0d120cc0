using HighLight.Experiments.Primer;
using HighLight.Sparsity;

namespace HighLight.Experiments.Tests.Primer;

public class HssPrimerExperimentTests
{
    private static readonly HssPrimerResult Primer = HssPrimerExperiment.Run();

    [Test]
    public void PrunedRow_ByHand_KeepsThreeBlocksOfTwo()
    {
        // Blocks: 3 -1 7 2 | 1 2 -2 1 | -8 4 5 6 | 1 9 -3 2. Two largest of each: 3 7, 2 -2, -8 6, 9 -3.
        // Mean squares over 4: 58/4, 8/4, 100/4, 90/4: block 1 goes. Left: C = 0, 2, 8, 11, 13, 14.
        Assert.That(Primer.PrunedRow.WithOriginalRanks().Leaves().Select(leaf => leaf.Path.Coordinates[0]), Is.EqualTo([0, 2, 8, 11, 13, 14]));
        Assert.That(Primer.PrunedRow.Density, Is.EqualTo(new Fraction(3, 8)));
    }

    [Test]
    public void RowFormats_Hss_TakesSixValuesAndNineOffsets()
    {
        // 6 values of 8 bits, 3 kept blocks of 2 bits, 6 values' offsets of 2 bits: 48 + 6 + 12 = 66 bits.
        var streams = Enumerable.Range(0, (int)Primer.RowFormats.RowCount)
            .Where(row => ((string)Primer.RowFormats[row, 0]!).StartsWith("HSS", StringComparison.Ordinal))
            .Select(row => (long)Primer.RowFormats[row, 5]!);
        Assert.That(streams, Is.EqualTo([48, 6, 12]));
    }

    [Test]
    public void Table_EverySpecification_HasEveryFormatThatFits()
    {
        var formats = Primer.Table["format"].Zip(Primer.Table["structure"]).ToLookup(pair => (string)pair.Second!, pair => (string)pair.First!);
        string[] always = ["Uncompressed", "Bitmask", "Run-length", "CSR", "CSC", "Coordinate list"];
        Assert.That(formats.Select(group => group.Key), Is.EqualTo(["channel", "sub-kernel", "unstructured", "2:4", "HSS"]));
        foreach (var group in formats)
        {
            Assert.That(group, Is.EquivalentTo(group.Key is "2:4" or "HSS" ? [.. always, "HSS"] : always), group.Key);
        }
    }

    [Test]
    public void Table_RuledSpecifications_KeepTheDensityOfTheirRules()
    {
        foreach (var (structure, density) in Primer.Table["structure"].Zip(Primer.Table["density"]))
        {
            var rule = NamedSpecification.All.Single(s => s.Name == (string)structure!).Specification.Density;
            Assert.That(density, Is.EqualTo((rule ?? new Fraction(3, 8)).ToDouble()), (string)structure!);
        }
    }

    [Test]
    public void Run_Twice_GivesEqualTablesAndFigures()
    {
        var again = HssPrimerExperiment.Run();
        Assert.That(again.Table.ToHtml(), Is.EqualTo(Primer.Table.ToHtml()));
        Assert.That(again.Figure.Id, Is.EqualTo(Primer.Figure.Id));
    }

    [Test]
    public void Run_OtherSeed_GivesOtherWeights() =>
        Assert.That(HssPrimerExperiment.Run(seed: 1).Specifications.ToHtml(), Is.Not.EqualTo(Primer.Specifications.ToHtml()));
}
