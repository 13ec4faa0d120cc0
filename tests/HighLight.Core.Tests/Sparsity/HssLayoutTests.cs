using CsCheck;

namespace HighLight.Sparsity;

[TestFixture]
public sealed class HssLayoutTests
{
    private static readonly HssPattern FourOfSeven = HssPattern.Parse("C1(4:7)→C0(2:4)");

    [Test]
    public void EffectiveDensity_PaddedTail_ExceedsTheNominalDensity()
    {
        // Groups of 28 in 64 channels: two whole, one padded; 3 × 8 = 24 of 64 values are stored.
        var layout = new HssLayout(FourOfSeven, 64);
        Assert.That(layout.GroupsPerSegment, Is.EqualTo(3));
        Assert.That(layout.TailLength, Is.EqualTo(8));
        Assert.That(layout.EffectiveDensity, Is.EqualTo(new Fraction(3, 8)));
        Assert.That(layout.NominalDensity, Is.EqualTo(new Fraction(2, 7)));
    }

    [Test]
    public void EffectiveDensity_DenseTail_StoresItWhole() =>
        Assert.That(new HssLayout(FourOfSeven, 64, tails: TailPolicy.Dense).StoredPerRow, Is.EqualTo((2 * 8) + 8));

    [Test]
    public void EffectiveDensity_Segments_EachHaveTheirTail()
    {
        var layout = new HssLayout(FourOfSeven, 9 * 64, segmentLength: 64);
        Assert.That(layout.SegmentsPerRow, Is.EqualTo(9));
        Assert.That(layout.EffectiveDensity, Is.EqualTo(new Fraction(3, 8)));
    }

    [TestCase(28, true)]
    [TestCase(56, true)]
    [TestCase(27, false)]
    [TestCase(29, false)]
    public void Constructor_RejectingTails_AcceptsWholeGroupsOnly(int columns, bool legal)
    {
        Action create = () => _ = new HssLayout(FourOfSeven, columns, tails: TailPolicy.Reject);
        Assert.That(create, legal ? Throws.Nothing : Throws.ArgumentException.With.Message.Contains("TailPolicy.Pad"));
    }

    [TestCase(64, null, TailPolicy.Pad, "C1(4:7)→C0(2:4) over 64 columns, tails Pad: stores 24 (3/8)")]
    [TestCase(576, 64, TailPolicy.Dense, "C1(4:7)→C0(2:4) over 576 columns in segments of 64, tails Dense: stores 216 (3/8)")]
    [TestCase(28, null, TailPolicy.Reject, "C1(4:7)→C0(2:4) over 28 columns: stores 8 (2/7)")]
    public void ToString_OfALayout_SaysWhatItStores(int columns, int? segment, TailPolicy tails, string expected) =>
        Assert.That(new HssLayout(FourOfSeven, columns, segment, tails).ToString(), Is.EqualTo(expected));

    [TestCase(-1, null)]
    [TestCase(10, 3)]
    [TestCase(10, 0)]
    [TestCase(10, -5)]
    public void Constructor_IllegalLengths_Throws(int columns, int? segment) =>
        Assert.That(() => new HssLayout(FourOfSeven, columns, segment), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Constructor_GroupsThatPadBeyondAnArray_Throws() =>
        Assert.That(() => new HssLayout(HssPattern.Parse("60000:60000→60000:60000"), 1), Throws.ArgumentException.With.Message.Contains("smaller groups"));

    [Test]
    public void EffectiveDensity_AnyLayout_IsNeverBelowNominal() =>
        Gen.Select(Any.Pattern(), Gen.Int[0, 300], Gen.OneOf(Gen.Const(TailPolicy.Pad), Gen.Const(TailPolicy.Dense))).Sample((pattern, columns, tails) =>
        {
            var layout = new HssLayout(pattern, columns, tails: tails);
            return layout.EffectiveDensity >= layout.NominalDensity && (layout.HasTails || layout.EffectiveDensity == layout.NominalDensity);
        });
}
