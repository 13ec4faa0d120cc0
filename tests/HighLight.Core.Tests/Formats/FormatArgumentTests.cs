using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

public sealed class FormatArgumentTests
{
    private static readonly HssLayout Layout = new(HssPattern.Parse("3:4→2:4"), 16);

    [Test]
    public void Encode_FiberOfRank0TooFull_NamesIt()
    {
        var values = new float[2 * 32];
        values[32 + 20] = values[32 + 21] = values[32 + 23] = 1;
        var format = new HssFormat(new HssLayout(HssPattern.Parse("3:4→2:4"), 32, 16));
        var e = Assert.Throws<HssViolationException>(() => format.Encode(Matrix<float>.Create(2, 32, values)));
        Assert.Multiple(() =>
        {
            Assert.That(e!.Violation, Is.EqualTo(new HssViolation(1, 1, 0, [0, 1], 20, 4, [0, 1, 3], new Gh(2, 4))));
            Assert.That(e.NegativeZeros, Is.Zero);
            Assert.That(e.Message, Is.EqualTo(
                "Row 1, segment 1, group 0, C1 = 1: the C0 fiber in columns 20..23 has 3 nonempty coordinates (0, 1, 3), but 2:4 allows 2. Empty 1 of them (HssPruner keeps the largest), or use 3:4."));
        });
    }

    [Test]
    public void Encode_FiberOfRank1TooFull_NamesItWithTheGroup()
    {
        var values = new sbyte[40];
        values[16] = values[20] = values[24] = values[28] = 1;
        var e = Assert.Throws<HssViolationException>(() => new HssFormat(new HssLayout(HssPattern.Parse("3:4→2:4"), 40)).Encode(Matrix<sbyte>.Create(1, 40, values)));
        Assert.That(e!.Violation, Is.EqualTo(new HssViolation(0, 0, 1, [1], 16, 16, [0, 1, 2, 3], new Gh(3, 4))));
    }

    [Test]
    public void Encode_NegativeZerosThatPruningTakesForEmpty_SaysHowToDropThem()
    {
        // Weights times a 0/1 mask: what is dropped becomes −0 where the weight is negative.
        var matrix = Matrix<float>.Create(1, 8, [1, -0f, -0f, 2, 0, 0, 0, 0]);
        var layout = new HssLayout(HssPattern.Parse("2:4"), 8);
        Assert.That(HssVerifier.FindViolation(matrix, layout), Is.Null);
        var e = Assert.Throws<HssViolationException>(() => new HssFormat(layout).Encode(matrix))!;
        Assert.That((e.Violation.Nonempty.Length, e.NegativeZeros), Is.EqualTo((4, 2)));
        Assert.That(e.Message, Does.Contain("2 hold nothing but −0").And.Contain("Mask.FromNonzeros(matrix).Apply(matrix)"));
        Assert.That(new HssFormat(layout).Encode(Mask.FromNonzeros(matrix).Apply(matrix)).Decode<float>().Row(0).ToArray(), Is.EqualTo(matrix.Row(0).ToArray()));
    }

    [Test]
    public void Encode_LowestIntegerInAnOverfullFiber_IsNoNegativeZero()
    {
        // The bits of −128 are those of an 8-bit sign alone.
        var e = Assert.Throws<HssViolationException>(() => new HssFormat(new HssLayout(HssPattern.Parse("1:4"), 4)).Encode(Matrix<sbyte>.Create(1, 4, [-128, -128, 0, 0])))!;
        Assert.That(e.NegativeZeros, Is.Zero);
    }

    [Test]
    public void Encode_TailTooFull_DependsOnThePolicy()
    {
        var matrix = Matrix<sbyte>.Create(1, 7, [1, 1, 0, 0, 1, 1, 1]);
        var e = Assert.Throws<HssViolationException>(() => new HssFormat(new HssLayout(HssPattern.Parse("2:4"), 7)).Encode(matrix));
        Assert.That(e!.Message, Does.Contain("columns 4..6").And.Contain("has 3"));
        Assert.That(new HssFormat(new HssLayout(HssPattern.Parse("2:4"), 7, tails: TailPolicy.Dense)).Encode(matrix).Decode<sbyte>().BitwiseEquals(matrix), Is.True);
    }

    [Test]
    public void Hss_OtherColumns_SaysWhich() => Assert.That(
        () => new HssFormat(Layout).Encode(Matrix<int>.Create(1, 8, new int[8])),
        Throws.ArgumentException.With.Message.Contains("for 16 columns").And.Message.Contains("has 8"));

    [Test]
    public void Hss_Widths_BothSidesOfTheirRange() => Assert.Multiple(() =>
    {
        Assert.That(new HssFormat(Layout, 2, 16).OffsetBits, Is.EqualTo([2, 16]));
        Assert.That(() => new HssFormat(Layout, 1, 17), Throws.ArgumentException.With.Message.Contains("C1(3:4) takes 2..16 bits, not 1.").And.Message.Contains("C0(2:4) takes 2..16 bits, not 17."));
        Assert.That(() => new HssFormat(Layout, 2), Throws.ArgumentException.With.Message.Contains("takes 2 widths"));
        Assert.That(new HssFormat(new HssLayout(HssPattern.Parse("4:4→2:4"), 16), 99, 2).OffsetBits, Is.EqualTo([0, 2]));
        Assert.That(new HssFormat(new HssLayout(HssPattern.Create(new Gh[HssPattern.MaxRanks]), 4)).SizeOf(ElementType.Int8, 2).TotalBits, Is.EqualTo(64));
    });

    [Test]
    public void Hss_FamilyWithoutThePattern_Throws() => Assert.That(
        () => HssFormat.For(Layout, HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})")), Throws.ArgumentException.With.Message.Contains("does not hold C1(3:4)→C0(2:4)").And.Message.Contains("for example C1(4:4)→C0(2:2)"));

    [Test]
    public void For_FamilyTooLargeToEnumerate_StillSaysThatItDoesNotHoldThePattern() => Assert.That(
        () => HssFormat.For(Layout, HssFamily.Parse("C0({G≤65536}:{H≤65536})")), Throws.ArgumentException.With.Message.Contains("does not hold"));

    [Test]
    public void Hss_Equality_IsByLayoutAndWidths() => Assert.Multiple(() =>
    {
        Assert.That(new HssFormat(new HssLayout(HssPattern.Parse("3:4→2:4"), 16)), Is.EqualTo(new HssFormat(Layout, 2, 2)));
        Assert.That(new HssFormat(Layout, 2, 2).GetHashCode(), Is.EqualTo(new HssFormat(Layout).GetHashCode()));
        Assert.That(new HssFormat(Layout, 3, 2), Is.Not.EqualTo(new HssFormat(Layout)));
    });

    [Test]
    public void Csr_Widths_BothSidesOfTheirRange()
    {
        var matrix = Matrix<byte>.Create(2, 5, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
        Assert.Multiple(() =>
        {
            Assert.That(new CsrFormat(3, 3).Encode(matrix).Decode<byte>().BitwiseEquals(matrix), Is.True);
            Assert.That(() => new CsrFormat(2, 2).Encode(matrix), Throws.ArgumentException.With.Message.Contains("IndexBits is 2, but 5 columns need 3").And.Message.Contains("PointerBits is 2, but 5 pointer values need 3"));
            Assert.That(() => new CscFormat(0, 2).Encode(matrix), Throws.ArgumentException.With.Message.Contains("2 rows need 1"));
            Assert.That(() => new CoordinateListFormat(0, 2).Encode(matrix), Throws.ArgumentException.With.Message.Contains("RowBits").And.Message.Contains("ColumnBits"));
            Assert.That(() => new CsrFormat(33), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new CscFormat(pointerBits: -1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(new CoordinateListFormat(32, 32).Encode(matrix).Decode<byte>().BitwiseEquals(matrix), Is.True);
        });
    }

    [TestCase(0)]
    [TestCase(32)]
    public void RunLength_RunBitsOutsideTheirRange_Throws(int bits) =>
        Assert.That(() => new RunLengthFormat(bits), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("1..31"));

    [Test]
    public void SizeOf_ImpossibleCounts_Throw() => Assert.Multiple(() =>
    {
        Assert.That(new BitmaskFormat().SizeOf(ElementType.Float16, 1000, 1000, 1_000_000).TotalBits, Is.EqualTo(17_000_000));
        Assert.That(() => new BitmaskFormat().SizeOf(ElementType.Int8, 2, 2, 5), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("0..4"));
        Assert.That(() => new BitmaskFormat().SizeOf(ElementType.Int8, -1, 2, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new UncompressedFormat().SizeOf(ElementType.Int8, 2, 2, 3), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("stores 4 values"));
        Assert.That(() => new HssFormat(Layout).SizeOf(ElementType.Int8, 2, 16, 11), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("stores 12 values"));
        Assert.That(() => new BitmaskFormat().SizeOf((ElementType)99, 1, 1, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void Decode_AsAnotherType_Throws() => Assert.That(
        () => new BitmaskFormat().Encode(Matrix<int>.Create(1, 1, [1])).Decode<float>(), Throws.InvalidOperationException.With.Message.Contains("holds Int32, not Float32"));

    [Test]
    public void Encode_TypeThatIsNoElement_Throws() => Assert.That(
        () => new BitmaskFormat().Encode(Matrix<char>.Create(1, 1, ['a'])), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Float16"));

    [Test]
    public void Effective_PaddedDensity_IsThatOfTheModel()
    {
        // 64 channels under 4:7→2:4 store 24 of 64 values, in every (r, s) slice.
        var layout = new HssLayout(HssPattern.Parse("4:7→2:4"), 576, 64);
        Assert.That(new HssFormat(layout, 3, 2).SizeOf(ElementType.Int8, 10).Streams.Select(s => s.Count), Is.EqualTo([10L * 9 * 24, 10L * 9 * 12, 10L * 9 * 24]));
    }
}
