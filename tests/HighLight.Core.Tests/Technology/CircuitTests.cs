using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Technology;

[TestFixture]
public sealed class CircuitTests
{
    private static readonly GateLibrary Gates = TechnologyTable.Default.Gates;

    [Test]
    public void AreaUm2_SelectionMuxesOfHighLight_IsAboutAQuarterOfASquareMillimetre()
    {
        // 10 words a lane × 1024 lanes × 8 bits = 81,920 muxes of 2.128/0.66 um2.
        var muxes = new SelectionMuxes(HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})")).BitMuxes(1024, 8);
        var area = Gates.AreaUm2(new GateCount { Mux2 = muxes.ToDouble() }) / 1e6;
        Assert.That(area, Is.EqualTo(0.2641).Within(0.0001).And.InRange(0.26, 0.30));
    }

    [Test]
    public void SelectionMux_SlotsOfHighLight_AddUpToTheMuxesOfTheArray()
    {
        // Two lanes: rank 1 picks a block of 4 words among 8−4+1 = 5; rank 0 two words among 4−2+1 = 3 each.
        var twoLanes = new SelectionMux(5, 4 * 8).Gates + (2 * new SelectionMux(3, 8).Gates);
        Assert.That(512 * twoLanes, Is.EqualTo(new GateCount { Mux2 = 81_920 }));
    }

    [Test]
    public void SelectionMux_OneSelect_SwitchesOneLivePath()
    {
        // 5 candidates: 4 muxes a bit; an AND and 3 levels of ORs a bit switch.
        var mux = new SelectionMux(5, 8);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mux.Gates, Is.EqualTo(new GateCount { Mux2 = 32 }));
            Assert.That(mux.Switched, Is.EqualTo(new GateCount { And2 = 8, Or2 = 24 }));
            Assert.That(Gates.Energy(mux).Value, Is.EqualTo(32 * 0.0181 / 32 * 1.2407).Within(0.001).Percent);
            Assert.That(Gates.Energy(mux).Tag, Is.EqualTo(Provenance.Derived));
            Assert.That(Gates.Area(mux).Source, Does.Contain("32 mux2"));
        }
    }

    [Test]
    public void SelectionMux_OneCandidate_IsAWire()
    {
        Assert.That(new SelectionMux(1, 8).Gates, Is.EqualTo(default(GateCount)));
        Assert.That(Gates.EnergyPj(new SelectionMux(1, 8).Switched), Is.Zero);
    }

    [Test]
    public void OffsetDecoder_ThreeBits_HasTwoAndsALine()
    {
        var decoder = new OffsetDecoder(3);
        Assert.That(decoder.Gates, Is.EqualTo(new GateCount { Inverters = 3, And2 = 16 }));
        Assert.That(decoder.Switched, Is.EqualTo(new GateCount { Inverters = 3, And2 = 4 }));
    }

    [Test]
    public void Vfmu_FourWordsARow_ByHand()
    {
        // Two rows of 4 words: 3 position bits. Fetch of 2: stages of 1, 2, 4 put out 2, 3 and 5 words = 10 words of muxes.
        var unit = new Vfmu(4, 2, 8);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(unit.Gates, Is.EqualTo(new GateCount { FlipFlops = 64 + 3, Mux2 = 80, FullAdders = 3 }));
            Assert.That(unit.RowLoad, Is.EqualTo(new GateCount { FlipFlops = 32 }));
            Assert.That(Gates.Energy(unit).Tag, Is.EqualTo(Provenance.Assumed));
        }
    }

    [Test]
    public void Vfmu_FetchOfAWholeRow_NeverPutsOutMoreThanBothRows() =>
        Assert.That(new Vfmu(4, 4, 1).Gates.Mux2, Is.EqualTo(4 + 5 + 7)); // stages of 1, 2, 4; 8 words at most

    [Test]
    public void BitmapUnit_EightBits_ByHand()
    {
        // Counting: 4 adders of 1 bit, 2 of 2, 1 of 3 = 11; numbering: 4 adders of 1, 2 and 3 bits = 24.
        Assert.That(new BitmapUnit(8).Gates, Is.EqualTo(new GateCount { And2 = 8, FullAdders = 35 }));
        Assert.That(new BitmapUnit(1).Gates, Is.EqualTo(new GateCount { And2 = 1 }));
    }

    [Test]
    public void CompressionUnit_FourWords_ByHand()
    {
        // 7 ORs a word; 2 adders of 1 and of 2 bits; 2 stages of 4 words of muxes; 4 words of flip-flops.
        Assert.That(new CompressionUnit(4, 8).Gates, Is.EqualTo(new GateCount { Or2 = 28, FullAdders = 6, Mux2 = 64, FlipFlops = 32 }));
    }

    [Test]
    public void Crossbar_FourByTwo_IsASelectionAnOutput()
    {
        var crossbar = new Crossbar(4, 2, 8);
        Assert.That(crossbar.Gates, Is.EqualTo(new GateCount { Mux2 = 2 * 3 * 8 }));
        Assert.That(crossbar.Switched, Is.EqualTo(new GateCount { And2 = 8, Or2 = 16 }));
    }

    [Test]
    public void TopSelectionUnit_FourOfEight_ByHand() =>
        Assert.That(new TopSelectionUnit(8, 4, 8).Gates, Is.EqualTo(new GateCount { FullAdders = 4 * 7 * 8, Mux2 = 4 * 7 * 8 }));

    [Test]
    public void Circuits_OfSensesLessSize_Throw()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new SelectionMux(0, 8), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("1..65536"));
            Assert.That(() => new OffsetDecoder(17), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new Vfmu(8, 9, 8), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("1..8"));
            Assert.That(() => new BitmapUnit(0), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new CompressionUnit(4, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new Crossbar(4097, 1, 8), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new TopSelectionUnit(8, 9, 8), Throws.TypeOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void AreaUm2_TableWithoutTheCell_NamesIt()
    {
        var bare = TechnologyTable.Create("bare", TechnologyTable.Default.Rows.Where(r => r.Key.Component != Components.Mux2));
        Assert.That(() => bare.Gates.AreaUm2(new() { Mux2 = 1 }), Throws.TypeOf<MissingTechnologyException>().With.Message.Contains("mux2"));
        Assert.That(bare.Gates.AreaUm2(new() { And2 = 2 }), Is.EqualTo(2 * 1.61212));
    }

    [Test]
    public void GateCount_SumAndMultiple_CoverEveryCell()
    {
        var one = new GateCount { Inverters = 1, And2 = 2, Or2 = 3, Xor2 = 4, Mux2 = 5, FullAdders = 6, FlipFlops = 7 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one + one, Is.EqualTo(2 * one));
            Assert.That((3 * one).ByCell().Select(c => c.Value), Is.EqualTo(new[] { 3, 6, 9, 12, 15, 18, 21 }));
            Assert.That(default(GateCount).ToString(), Is.EqualTo("none"));
            Assert.That(new GateCount { Mux2 = 64, FlipFlops = 16 }.ToString(), Is.EqualTo("64 mux2 + 16 flip_flop"));
        }
    }
}
