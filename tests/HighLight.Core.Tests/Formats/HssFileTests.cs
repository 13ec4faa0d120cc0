using System.Buffers.Binary;
using System.IO.Hashing;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Formats;

public sealed class HssFileTests
{
    private const int Rows = 12;
    private const int Stored = 20;
    private const int Parameters = 32;

    private static readonly Matrix<sbyte> Row = Matrix<sbyte>.Create(1, 16, [0, 5, 0, 7, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 9]);
    private static readonly Matrix<sbyte> Small = Matrix<sbyte>.Create(3, 4, [5, 0, 0, 6, 0, 0, 0, 0, 0, -1, 0, 0]);

    private static byte[] Hss => AnyEncodable.File(new HssFormat(new HssLayout(HssPattern.Parse("3:4→2:4"), 16)).Encode(Row));

    // Payload of Hss: values at 112..117, offsets C1 at 118, offsets C0 at 119..120. One row of the table: byte, its new value, offset told, text told.
    [TestCase(0, 0x88, 0, "89485353", TestName = "{m}_Magic")]
    [TestCase(8, 2, 8, "version 2", TestName = "{m}_Version")]
    [TestCase(10, 0, 10, "1..7", TestName = "{m}_FormatZero")]
    [TestCase(10, 8, 10, "1..7", TestName = "{m}_FormatUnknown")]
    [TestCase(10, 2, 28, "0 for Bitmask", TestName = "{m}_FormatOther")]
    [TestCase(11, 12, 11, "1..11", TestName = "{m}_ElementUnknown")]
    [TestCase(11, 3, 66, "legal: 16", TestName = "{m}_ElementWider")]
    [TestCase(12, 2, 20, "legal: 12", TestName = "{m}_RowsMore")]
    [TestCase(15, 0x80, 12, "rows", TestName = "{m}_RowsGiant")]
    [TestCase(19, 0x10, 16, "columns", TestName = "{m}_ColumnsGiant")]
    [TestCase(20, 7, 20, "legal: 6", TestName = "{m}_StoredMore")]
    [TestCase(27, 0x80, 20, "legal: 6", TestName = "{m}_StoredNegative")]
    [TestCase(28, 31, 32, "32 for 2 ranks", TestName = "{m}_ParameterBytesFewer")]
    [TestCase(28, 7, 32, "7 bytes of parameters", TestName = "{m}_ParameterBytesTooFew")]
    [TestCase(30, 4, 30, "legal: 3", TestName = "{m}_StreamsMore")]
    [TestCase(32, 3, 32, "2 (Reject)", TestName = "{m}_Tails")]
    [TestCase(33, 0, 33, "1..32", TestName = "{m}_RanksNone")]
    [TestCase(33, 33, 33, "1..32", TestName = "{m}_RanksTooMany")]
    [TestCase(33, 3, 32, "44 for 3 ranks", TestName = "{m}_RanksMore")]
    [TestCase(34, 1, 34, "reserved", TestName = "{m}_ParametersReserved")]
    [TestCase(36, 5, 32, "segment must divide", TestName = "{m}_SegmentNoDivisor")]
    [TestCase(39, 0x80, 36, "segments of", TestName = "{m}_SegmentGiant")]
    [TestCase(40, 0, 40, "0:4", TestName = "{m}_RuleKeepsNone")]
    [TestCase(40, 5, 40, "5:4", TestName = "{m}_RuleKeepsMore")]
    [TestCase(46, 2, 40, "3:131076", TestName = "{m}_RuleTooLong")]
    [TestCase(48, 1, 48, "2..16", TestName = "{m}_WidthTooSmall")]
    [TestCase(48, 17, 48, "2..16", TestName = "{m}_WidthTooLarge")]
    [TestCase(64, 1, 64, "the role of 'values'", TestName = "{m}_DirectoryRole")]
    [TestCase(81, 0, 81, "the rank of 'offsets C1'", TestName = "{m}_DirectoryRank")]
    [TestCase(82, 3, 82, "the bits of an item of 'offsets C1'", TestName = "{m}_DirectoryItem")]
    [TestCase(84, 1, 84, "reserved", TestName = "{m}_DirectoryReserved")]
    [TestCase(104, 13, 104, "legal: 12", TestName = "{m}_DirectoryLength")]
    [TestCase(118, 0x78, 118, "bits behind the end of 'offsets C1'", TestName = "{m}_PaddingBits")]
    [TestCase(118, 0x30, 118, "the offset 0 behind 0", TestName = "{m}_OffsetRepeated")]
    [TestCase(118, 0x3C, 118, "the offset 3 behind 3", TestName = "{m}_OffsetFallsBehind")]
    [TestCase(120, 0x09, 120, "padding takes the lowest", TestName = "{m}_PaddingNotLowest")]
    [TestCase(113, 0, 119, "padding takes the lowest", TestName = "{m}_EmptyValueNotAtItsPlace")]
    public void Read_OneByteWrongAndChecksumRight_NamesTheByte(int at, int value, int offset, string text)
    {
        var file = Hss;
        file[at] = (byte)value;
        Fails(Sealed(file), offset, text);
    }

    [Test]
    public void Read_EveryFlippedBit_Throws()
    {
        var file = Hss;
        for (var bit = 0; bit < file.Length * 8; bit++)
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.That(() => AnyEncodable.Read(file), Throws.InstanceOf<HssFileException>(), $"bit {bit}");
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Test]
    public void Read_EveryTruncation_ThrowsFromBothKindsOfStream()
    {
        var file = Hss;
        for (var length = 0; length < file.Length; length++)
        {
            Assert.That(() => AnyEncodable.Read(file[..length]), Throws.InstanceOf<HssFileException>(), $"{length} bytes");
            using var stream = new ForwardStream(file[..length]);
            Assert.That(() => HssFile.Read(stream), Throws.InstanceOf<HssFileException>().With.Message.Contains("the end of the file"), $"{length} bytes");
        }
    }

    [Test]
    public void Read_TrailingByte_ThrowsFromBothKindsOfStream()
    {
        byte[] file = [.. Hss, 0];
        Fails(file, 125, "legal: 125 bytes");
        using var stream = new ForwardStream(file);
        Assert.That(() => HssFile.Read(stream), Throws.InstanceOf<HssFileException>().With.Property("Offset").EqualTo(125));
    }

    [Test]
    public void Read_WrongChecksum_SaysBoth()
    {
        var file = Hss;
        file[112] = 6;
        Fails(file, 121, "the checksum 918D55BE; legal: ");
    }

    [Test]
    public void Read_StreamThatStartsLaterAndCannotSeek_Works()
    {
        using var late = new MemoryStream([1, 2, 3, .. Hss]) { Position = 3 };
        Assert.That(HssFile.Read(late).Decode<sbyte>().BitwiseEquals(Row), Is.True);
        using var forward = new ForwardStream(Hss);
        Assert.That(HssFile.Read(forward).Decode<sbyte>().BitwiseEquals(Row), Is.True);
    }

    [Test]
    public void Read_LargeMatrixThroughAForwardStream_GrowsToItsSize()
    {
        var matrix = Matrix<double>.Create(1000, 400, (row, column) => row - column);
        using var stream = new ForwardStream(AnyEncodable.File(new UncompressedFormat().Encode(matrix)));
        Assert.That(HssFile.Read(stream).Decode<double>().BitwiseEquals(matrix), Is.True);
    }

    [Test]
    public void Read_TinyFileClaimingManyValues_IsRefusedByTheLimitBeforeAnythingElse()
    {
        var file = AnyEncodable.File(new CsrFormat(20, 0).Encode(Matrix<double>.Create(0, 1 << 20, [])));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Rows), 1 << 20);
        Fails(Sealed(file), Rows, "1048576×1048576 = 1099511627776 values");
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Rows), 129);
        Fails(Sealed(file), Rows, "at most 134217728");
    }

    [TestCase(1 << 28, 0)]
    [TestCase(0, 1 << 28)]
    public void Read_ManyRowsOrColumnsOfNothing_CostsNothing(int rows, int columns)
    {
        var matrix = Matrix<sbyte>.Create(rows, columns, []);
        foreach (var format in FormatComparison.Formats(new HssLayout(HssPattern.Parse("3:4→2:4"), columns)))
        {
            var file = AnyEncodable.File(format.Encode(matrix));
            Assert.That(file, Has.Length.LessThan(200), format.Name);
            Assert.That(AnyEncodable.Read(file).Decode<sbyte>().BitwiseEquals(matrix), Is.True, format.Name);
        }
    }

    [Test]
    public void Read_Limits_BothSides()
    {
        var file = AnyEncodable.File(new BitmaskFormat().Encode(Matrix<int>.Create(3, 5, new int[15])));
        Assert.Multiple(() =>
        {
            Assert.That(() => AnyEncodable.Read(file, new HssFileOptions { MaxElements = 15 }), Throws.Nothing);
            Assert.That(() => AnyEncodable.Read(file, new HssFileOptions { MaxElements = 14 }), Throws.InstanceOf<HssFileException>().With.Message.Contains("raise the limit"));
            Assert.That(() => AnyEncodable.Read(file, new HssFileOptions { MaxDecodedBytes = 60 }), Throws.Nothing);
            Assert.That(() => AnyEncodable.Read(file, new HssFileOptions { MaxDecodedBytes = 59 }), Throws.InstanceOf<HssFileException>());
            Assert.That(() => new HssFileOptions { MaxElements = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new HssFileOptions { MaxDecodedBytes = -1 }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    // Small in each format: the parameters, the directory, then values, rank 1, rank 0.
    [Test]
    public void Read_Bitmask_CountsOnesAndValues()
    {
        var payload = Payload(new BitmaskFormat(), out var file);
        Fails(Sealed(Set(file, payload + 3, 0x01)), payload + 3, "2 bits that are 1");
        Fails(Sealed(Set(file, payload + 4, 0x03)), payload + 4, "bit 4 that is 1");
        Fails(Sealed(Set(file, payload + 4, 0x12)), payload + 4, "behind the end of 'bitmask'");
        Fails(Sealed(Set(file, payload + 1, 0)), payload + 1, "an empty value");
    }

    [Test]
    public void Read_RunLength_ChecksRunsAndExplicitZeros()
    {
        var payload = Payload(new RunLengthFormat(2), out var file);
        Fails(Sealed(Set(file, payload + 4, 0b01_10_10_00)), payload + 2, "an explicit zero after a run of 2");
        Fails(Sealed(Set(file, payload + 3, 0)), payload + 3, "an explicit zero after a run of 1");
        Fails(Sealed(Set(file, payload + 4, 0b11_11_11_11)), payload + 4, "ends at value 15");
        Fails(Sealed(Set(file, Parameters, 0)), Parameters, "1..31");
        Fails(Sealed(Set(file, Stored, 13)), Stored, "0..12");
    }

    [Test]
    public void Read_RunLength_LastEntryOfLongestRunIsNoExplicitZero()
    {
        var file = AnyEncodable.File(new RunLengthFormat(1).Encode(Matrix<byte>.Create(1, 3, [0, 1, 0])));
        var payload = file.Length - 4 - 2;
        Fails(Sealed(Set(file, payload, 0)), payload, "followed by another value");
    }

    [Test]
    public void Read_Csr_ChecksPointersAndIndices()
    {
        var payload = Payload(new CsrFormat(), out var file);
        Fails(Sealed(Set(file, payload + 3, 0b11_10_10_01)), payload + 3, "the first pointer is 1");
        Fails(Sealed(Set(file, payload + 3, 0b11_01_10_00)), payload + 3, "the pointer 1; legal: 2..3");
        Fails(Sealed(Set(file, payload + 3, 0b10_10_10_00)), payload + 3, "the last pointer is 2");
        Fails(Sealed(Set(file, payload + 4, 0b01_00_00)), payload + 4, "the index 0 behind 0");
        Fails(Sealed(Set(file, payload, 0)), payload, "an empty value");
        Fails(Sealed(Set(file, Parameters, 1)), Parameters, "IndexBits is 1, but 4 columns need 2");
        Fails(Sealed(Set(file, Parameters + 1, 33)), Parameters + 1, "0..32");
    }

    [Test]
    public void Read_Csc_ChecksIndexRange()
    {
        var payload = Payload(new CscFormat(), out var file);
        Fails(Sealed(Set(file, payload + 5, 0b11_10_00)), payload + 5, "the index 3 behind none; legal: rising indices in 0..2");
    }

    [Test]
    public void Read_CoordinateList_ChecksOrderAndRange()
    {
        var payload = Payload(new CoordinateListFormat(), out var file);
        Fails(Sealed(Set(file, payload + 3, 0b11_00_00)), payload + 3, "the row 3; legal: rows 0..2");
        Fails(Sealed(Set(file, payload + 4, 0b01_00_00)), payload + 4, "(0, 0) behind (0, 0)");
        Fails(Sealed(Set(file, payload + 3, 0b00_10_00)), payload + 3, "(0, 1) behind (2, 3)");
        Fails(Sealed(Set(file, payload + 1, 0)), payload + 1, "an empty value");
        var odd = AnyEncodable.File(new CoordinateListFormat().Encode(Matrix<byte>.Create(1, 3, [0, 0, 1])));
        Fails(Sealed(Set(odd, odd.Length - 5, 3)), odd.Length - 5, "the column 3; legal: columns 0..2");
    }

    [Test]
    public void Read_HssTail_ValueBehindTheEndThrows()
    {
        var file = AnyEncodable.File(new HssFormat(new HssLayout(HssPattern.Parse("1:1→4:4"), 5)).Encode(Matrix<byte>.Create(1, 5, [1, 2, 3, 4, 5])));
        Fails(Sealed(Set(file, file.Length - 5, 6)), file.Length - 5, "place 7 of a segment of 5");
    }

    [Test]
    public void Read_LayoutThatCannotBe_Throws()
    {
        var file = Hss;
        file[32] = (byte)TailPolicy.Reject;
        file[44] = 5;
        file[48] = 3;
        Fails(Sealed(file), 32, "are left over");
    }

    [Test]
    public void Write_Path_IsAtomicAndReadsBack()
    {
        using var folder = new Folder();
        var path = folder.File("row.hss");
        var encoded = new BitmaskFormat().Encode(Row);
        File.WriteAllText(path, "older");
        HssFile.Write(path, encoded);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(path), Is.EqualTo(AnyEncodable.File(encoded)));
            Assert.That(HssFile.ReadMatrix<sbyte>(path).BitwiseEquals(Row), Is.True);
            Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public void Write_TargetThatCannotBeReplaced_LeavesNothingBehind()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder.File("taken"));
        Assert.That(
            () => HssFile.Write(folder.File("taken"), new BitmaskFormat().Encode(Row)),
            Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void Write_FolderThatIsNotThere_SaysSo()
    {
        using var folder = new Folder();
        Assert.That(() => HssFile.Write(folder.File("no/row.hss"), new BitmaskFormat().Encode(Row)), Throws.InstanceOf<DirectoryNotFoundException>());
    }

    [Test]
    public void ReadMatrix_OtherElementOrDamage_NamesThePath()
    {
        using var folder = new Folder();
        var path = folder.File("row.hss");
        HssFile.Write(path, new BitmaskFormat().Encode(Row));
        var e = Assert.Throws<HssFileException>(() => HssFile.ReadMatrix<float>(path));
        Assert.That((e!.Path, e.Offset), Is.EqualTo((path, 11L)));
        Assert.That(e.Message, Does.StartWith($"{path}, byte 11: found values of Int8; legal: Float32, as asked for. Read it as Int8."));
        File.WriteAllBytes(path, [1, 2, 3]);
        e = Assert.Throws<HssFileException>(() => HssFile.Read(path));
        Assert.That(e!.Path, Is.EqualTo(path));
        Assert.That(() => HssFile.Read(folder.File("none.hss")), Throws.InstanceOf<FileNotFoundException>());
    }

    private static int Payload(SparseFormat format, out byte[] file)
    {
        var encoded = format.Encode(Small);
        file = AnyEncodable.File(encoded);
        return file.Length - 4 - encoded.Streams.Sum(s => s.Bytes.Length);
    }

    private static byte[] Set(byte[] file, int at, int value)
    {
        var copy = file.ToArray();
        copy[at] = (byte)value;
        return copy;
    }

    private static byte[] Sealed(byte[] file)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 4), Crc32.HashToUInt32(file.AsSpan(0, file.Length - 4)));
        return file;
    }

    private static void Fails(byte[] file, long offset, string text)
    {
        var e = Assert.Throws<HssFileException>(() => AnyEncodable.Read(file));
        Assert.That(e!.Message, Does.Contain(text));
        Assert.That(e.Offset, Is.EqualTo(offset), e.Message);
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("hss-file-tests").FullName;

        public string File(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
