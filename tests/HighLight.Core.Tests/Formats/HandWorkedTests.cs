using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

/// <summary>Small matrices whose streams are worked out by hand.</summary>
public sealed class HandWorkedTests
{
    // Four blocks of four; blocks 0, 2, 3 are kept, block 3 holds one nonzero only.
    private static readonly Matrix<sbyte> Row = Matrix<sbyte>.Create(1, 16, [0, 5, 0, 7, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 9]);

    // 5 . . 6
    // . . . .
    // . -1 . .
    private static readonly Matrix<sbyte> Small = Matrix<sbyte>.Create(3, 4, [5, 0, 0, 6, 0, 0, 0, 0, 0, -1, 0, 0]);

    [Test]
    public void Hss_3of4Of2of4_Row()
    {
        var encoded = new HssFormat(new HssLayout(HssPattern.Parse("C1(3:4)→C0(2:4)"), 16)).Encode(Row);

        // C1: blocks 0, 2, 3, two bits each, first entry lowest: 11 10 00 = 0x38.
        // C0: block 0 at 1, 3; block 2 at 0, 2; block 3 at 3 and, as padding, at its lowest empty place 0:
        //     10 00 11 01 = 0x8D, then 11 00 = 0x0C.
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 7, 1, 2, 0, 9 }));
            Assert.That(encoded.Metadata(1)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0x38 }));
            Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0x8D, 0x0C }));
            Assert.That(Sizes(encoded), Is.EqualTo([48L, 6L, 12L]));
            Assert.That(encoded.Size.MetadataBitsOf(1), Is.EqualTo(6));
            Assert.That(encoded.Size.MetadataBitsOf(0), Is.EqualTo(12));
            Assert.That(encoded.Size.TotalBits, Is.EqualTo(66));
            Assert.That(encoded.Size.ToString(), Is.EqualTo("66 bits: values 48 bits (6×8), offsets C1 6 bits (3×2), offsets C0 12 bits (6×2)"));
        });
    }

    [Test]
    public void Hss_WidthsOfHighLightsFamily_Take3And2Bits()
    {
        var family = HssFamily.Parse("C1(4:{4≤H≤8})→C0(2:{2≤H≤4})");
        var row = Matrix<sbyte>.Create(1, 15, [0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3]);
        var encoded = HssFormat.For(new HssLayout(HssPattern.Parse("4:5→2:3"), 15), family).Encode(row);

        // Block 0 is empty; block 1 holds 4 at place 0, blocks 2, 3, 4 hold 1, 2, 3 at place 2.
        // C1, three bits each: 1 | 2<<3 | 3<<6 | 4<<9 = 1 + 16 + 192 + 2048 = 2257 = 0x08D1.
        // C0, two bits each: (0,1) (0,2) (0,2) (0,2): 0 1 0 2 -> 0x84, 0 2 0 2 -> 0x88.
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Metadata(1)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0xD1, 0x08 }));
            Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0x84, 0x88 }));
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 4, 0, 0, 1, 0, 2, 0, 3 }));
            Assert.That(Sizes(encoded), Is.EqualTo([64L, 12L, 16L]));
        });
    }

    [Test]
    public void Hss_DenseRank_HasNoStream()
    {
        var encoded = new HssFormat(new HssLayout(HssPattern.Parse("4:4→2:4"), 16), 3, 2).Encode(Row);
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Metadata(1), Is.Null);
            Assert.That(Sizes(encoded), Is.EqualTo([64L, 16L]));
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 7, 0, 0, 1, 2, 0, 9 }));
        });
    }

    [Test]
    public void Hss_AllZeroRow_StoresTheLowestOffsets()
    {
        var encoded = new HssFormat(new HssLayout(HssPattern.Parse("1:2→2:4"), 8)).Encode(Matrix<sbyte>.Create(1, 8, new sbyte[8]));
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Metadata(1)![0], Is.EqualTo(0));
            Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b0100 }));
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 0, 0 }));
        });
    }

    [Test]
    public void Hss_LargestH_TakesItsLastOffset()
    {
        var values = new double[Gh.MaxH];
        values[^1] = -0.0;
        var encoded = new HssFormat(new HssLayout(HssPattern.Parse("1:65536"), Gh.MaxH)).Encode(Matrix<double>.Create(1, Gh.MaxH, values));
        Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0xFF, 0xFF }));
        Assert.That(Sizes(encoded), Is.EqualTo([64L, 16L]));
        Assert.That(double.IsNegative(AnyEncodable.Read(AnyEncodable.File(encoded)).Decode<double>()[0, Gh.MaxH - 1]), Is.True);
    }

    [Test]
    public void Hss_PaddedTail_StoresAWholeGroup()
    {
        // Six values under 2:4: the second group has places 4, 5 and two behind the end.
        var encoded = new HssFormat(new HssLayout(HssPattern.Parse("2:4"), 6)).Encode(Matrix<sbyte>.Create(1, 6, [0, 1, 2, 0, 0, 3]));
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 0, 3 }));
            Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b01_00_10_01 }));
        });
    }

    [Test]
    public void Hss_DenseTailsInSegments_FollowEachSegmentsGroups()
    {
        var layout = new HssLayout(HssPattern.Parse("1:2"), 6, 3, TailPolicy.Dense);
        var encoded = new HssFormat(layout).Encode(Matrix<sbyte>.Create(1, 6, [0, 1, 2, 3, 0, 0]));
        Assert.Multiple(() =>
        {
            Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3, 0 }));
            Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b01 }));
            Assert.That(Sizes(encoded), Is.EqualTo([32L, 2L]));
        });
    }

    [Test]
    public void Uncompressed_Small()
    {
        var encoded = new UncompressedFormat().Encode(Small);
        Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 0, 0, 6, 0, 0, 0, 0, 0, 255, 0, 0 }));
        Assert.That(Sizes(encoded), Is.EqualTo([96L]));
    }

    [Test]
    public void Bitmask_Small()
    {
        // Places 0, 3 and 9: 0000 1001, 0000 0010.
        var encoded = new BitmaskFormat().Encode(Small);
        Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 6, 255 }));
        Assert.That(encoded.Streams[1].Bytes.ToArray(), Is.EqualTo(new byte[] { 0x09, 0x02 }));
        Assert.That(Sizes(encoded), Is.EqualTo([24L, 12L]));
    }

    [Test]
    public void RunLength_Small_BridgesALongGap()
    {
        // Gaps 0, 2, 5; two bits hold 3, so 5 zeros are (3, 0) = four zeros, then a run of 1.
        var encoded = new RunLengthFormat(2).Encode(Small);
        Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 6, 0, 255 }));
        Assert.That(encoded.Streams[1].Bytes.ToArray(), Is.EqualTo(new byte[] { 0b01_11_10_00 }));
        Assert.That(Sizes(encoded), Is.EqualTo([32L, 8L]));
    }

    [TestCase(3, 1)]
    [TestCase(4, 2)]
    [TestCase(7, 2)]
    [TestCase(8, 3)]
    public void RunLength_GapAtTheBoundary_StoresThatManyValues(int gap, int stored)
    {
        var values = new short[gap + 3];
        values[gap] = 1;
        Assert.That(new RunLengthFormat(2).Encode(Matrix<short>.Create(1, values.Length, values)).Values.Count, Is.EqualTo(stored));
    }

    [Test]
    public void Csr_Small()
    {
        // Columns 0, 3, 1 in two bits: 01 11 00. Pointers 0, 2, 2, 3 in two bits: 11 10 10 00.
        var encoded = new CsrFormat().Encode(Small);
        Assert.That(encoded.Format, Is.EqualTo(new CsrFormat(2, 2)));
        Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b01_11_00 }));
        Assert.That(encoded.Metadata(1)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b11_10_10_00 }));
        Assert.That(Sizes(encoded), Is.EqualTo([24L, 8L, 6L]));
    }

    [Test]
    public void Csc_Small()
    {
        // Columns hold 5; -1; nothing; 6. Rows 0, 2, 0 in two bits; pointers 0, 1, 2, 2, 3 in two bits.
        var encoded = new CscFormat().Encode(Small);
        Assert.That(encoded.Values.Bytes.ToArray(), Is.EqualTo(new byte[] { 5, 255, 6 }));
        Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b00_10_00 }));
        Assert.That(encoded.Metadata(1)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b10_10_01_00, 0b11 }));
        Assert.That(Sizes(encoded), Is.EqualTo([24L, 10L, 6L]));
    }

    [Test]
    public void CoordinateList_Small()
    {
        // Rows 0, 0, 2: 10 00 00; columns 0, 3, 1: 01 11 00.
        var encoded = new CoordinateListFormat().Encode(Small);
        Assert.That(encoded.Metadata(1)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b10_00_00 }));
        Assert.That(encoded.Metadata(0)!.Bytes.ToArray(), Is.EqualTo(new byte[] { 0b01_11_00 }));
        Assert.That(Sizes(encoded), Is.EqualTo([24L, 6L, 6L]));
    }

    [Test]
    public void NegativeZeroAndNaN_AreStored()
    {
        var matrix = Matrix<float>.Create(1, 4, [0f, -0f, BitConverter.UInt32BitsToSingle(0x7FC0_1234), 0f]);
        var encoded = new BitmaskFormat().Encode(matrix);
        Assert.That(encoded.Streams[1][1], Is.EqualTo(1));
        Assert.That(encoded.Values.Count, Is.EqualTo(2));
        Assert.That(encoded.Decode<float>().BitwiseEquals(matrix), Is.True);
    }

    [Test]
    public void Comparison_OfTheRow_ListsEveryFormat()
    {
        var layout = new HssLayout(HssPattern.Parse("3:4→2:4"), 16);
        var comparison = FormatComparison.Of(Row, FormatComparison.Formats(layout));

        // Five nonzeros. Run-length: gaps 1, 1, 4, 1, 4 all fit five bits. CSR: 5×4 columns, 2 pointers of 3 bits; CSC: 17 pointers of 3, no rows.
        Assert.That(
            comparison.Rows.Select(r => (r.Format.Name, r.Size.DataBits, r.Size.MetadataBits)),
            Is.EqualTo([
                ("Uncompressed", 128L, 0L), ("Bitmask", 40L, 16L), ("Run-length", 40L, 25L), ("CSR", 40L, 26L), ("CSC", 40L, 51L), ("Coordinate list", 40L, 20L), ("HSS", 48L, 18L),
            ]));
        Assert.That(comparison.ToString().Split('\n'), Has.Length.EqualTo(9).And.Some.StartsWith("HSS(C1(3:4)→C0(2:4), offsets 2+2)").And.Some.EndsWith(" 66"));
    }

    private static long[] Sizes(EncodedMatrix encoded) => [.. encoded.Streams.Select(s => s.BitLength)];
}
