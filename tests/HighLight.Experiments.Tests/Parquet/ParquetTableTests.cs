using CsCheck;
using HighLight.Experiments.Parquet;
using HighLight.Experiments.Tables;
using ParquetSharp;

namespace HighLight.Experiments.Tests.Parquet;

public class ParquetTableTests
{
    [Test]
    public void RoundTrip_AnyRows_GivesTheTableBack()
    {
        using var folder = new TemporaryFolder();
        var number = Gen.Double.Where(double.IsFinite);
        var row = Gen.Select(
            Gen.String.Where(IsUnicode).Null(),
            Gen.Long.Nullable(),
            number.Nullable(),
            Gen.Single.Where(float.IsFinite).Nullable(),
            Gen.Int.Nullable(),
            Gen.Bool.Nullable(),
            (design, cycles, energy, share, rank, exact) => new Observation(design, cycles, energy, share, rank, exact));

        row.Array[0, 40].Sample(
            rows =>
            {
                var path = folder.File($"{Guid.CreateVersion7()}.parquet");
                Samples.Table(rows).WithMetadata("experiment", "x").WriteParquet(path);
                AssertSame(ParquetTable.Read(path), Samples.Table(rows).WithMetadata("experiment", "x"));
            },
            iter: 60);
    }

    [Test]
    public void RoundTrip_MoreRowsThanABatch_GivesTheTableBack()
    {
        using var folder = new TemporaryFolder();
        var table = Samples.Table(Enumerable.Range(0, 20_000).Select(i => new Observation(FormattableString.Invariant($"d{i % 7}"), i, i % 3 == 0 ? null : i / 3.0)));

        table.WriteParquet(folder.File("long.parquet"));

        AssertSame(ParquetTable.Read(folder.File("long.parquet")), table);
    }

    [Test]
    public void Write_Twice_GivesEqualBytes_AndNothingBeside()
    {
        using var folder = new TemporaryFolder();
        Samples.Table().WithMetadata("b", "1").WithMetadata("a", "2").WriteParquet(folder.File("sub/a.parquet"));
        Samples.Table().WithMetadata("a", "2").WithMetadata("b", "1").WriteParquet(folder.File("sub/b.parquet"));
        Samples.Table().WithMetadata("a", "2").WithMetadata("b", "1").WriteParquet(folder.File("sub/a.parquet"));

        Assert.That(File.ReadAllBytes(folder.File("sub/a.parquet")), Is.EqualTo(File.ReadAllBytes(folder.File("sub/b.parquet"))));
        Assert.That(Directory.GetFiles(folder.File("sub")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "a.parquet", "b.parquet" }));
    }

    [Test]
    public void Write_TargetIsAFolder_LeavesNoTemporaryFile()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("taken"));

        Assert.That(() => Samples.Table().WriteParquet(folder.File("taken")), Throws.InstanceOf<Exception>());
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public void Read_NoFile_SaysSo() =>
        Assert.That(() => ParquetTable.Read("/nowhere/x.parquet"), Throws.TypeOf<ParquetTableException>().With.Message.Contains("no such file"));

    [Test]
    public void Read_FileOfAnotherOrigin_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("foreign.parquet");
        using (var file = new ParquetFileWriter(path, [new Column<int>("x")]))
        {
            using (var group = file.AppendRowGroup())
            using (var column = group.NextColumn().LogicalWriter<int>())
            {
                column.WriteBatch([1]);
            }

            file.Close();
        }

        Assert.That(() => ParquetTable.Read(path), Throws.TypeOf<ParquetTableException>().With.Message.Contains("another origin"));
    }

    [Test]
    public void Read_AnotherLayoutVersion_NamesBoth()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("future.parquet");
        WriteForeign(path, new(StringComparer.Ordinal) { ["table_schema"] = "2", ["table"] = "t" });

        Assert.That(() => ParquetTable.Read(path), Throws.TypeOf<ParquetTableException>().With.Message.Contains("'2'").And.Message.Contains("version 1"));
    }

    [Test]
    public void Read_ColumnOfAnotherType_NamesIt()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("odd.parquet");
        WriteForeign(path, new(StringComparer.Ordinal) { ["table_schema"] = "1", ["table"] = "t" });

        Assert.That(() => ParquetTable.Read(path), Throws.TypeOf<ParquetTableException>().With.Message.Contains("column 'x'"));
    }

    [Test]
    public void Read_EveryTruncation_GivesOneException()
    {
        using var folder = new TemporaryFolder();
        Samples.Table().WriteParquet(folder.File("whole.parquet"));
        var whole = File.ReadAllBytes(folder.File("whole.parquet"));
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(folder.File("cut.parquet"), whole[..length]);

            Assert.That(() => ParquetTable.Read(folder.File("cut.parquet")), Throws.TypeOf<ParquetTableException>(), $"length {length}");
        }
    }

    [Test]
    public void Read_FlippedBits_GivesTheTableOrOneException()
    {
        using var folder = new TemporaryFolder();
        Samples.Table().WriteParquet(folder.File("whole.parquet"));
        var whole = File.ReadAllBytes(folder.File("whole.parquet"));
        var refused = 0;
        for (var i = 0; i < whole.Length; i += 3)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= (byte)(1 << (i / 3 % 8));
            File.WriteAllBytes(folder.File("damaged.parquet"), damaged);
            try
            {
                ParquetTable.Read(folder.File("damaged.parquet"));
            }
            catch (ParquetTableException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(whole.Length / 12));
    }

    [Test]
    public void Read_FlippedBitInTheData_IsFoundByTheChecksum()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("data.parquet");
        var table = Samples.Table(Enumerable.Range(0, 2000).Select(i => new Observation("d", i, Math.Sqrt(i))));
        table.WriteParquet(path);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1; // far from header and footer: inside the energies

        File.WriteAllBytes(path, bytes);

        Assert.That(() => ParquetTable.Read(path), Throws.TypeOf<ParquetTableException>());
    }

    private static void WriteForeign(string path, Dictionary<string, string> metadata)
    {
        using var file = new ParquetFileWriter(path, [new Column<DateTime>("x")], Compression.Zstd, metadata);
        using (var group = file.AppendRowGroup())
        using (var column = group.NextColumn().LogicalWriter<DateTime>())
        {
            column.WriteBatch([DateTime.UnixEpoch]);
        }

        file.Close();
    }

    private static void AssertSame(ResultTable actual, ResultTable expected)
    {
        Assert.That(actual.Name, Is.EqualTo(expected.Name));
        Assert.That(actual.Columns, Is.EqualTo(expected.Columns));
        Assert.That(actual.Metadata, Is.EqualTo(expected.Metadata));
        Assert.That(actual.RowCount, Is.EqualTo(expected.RowCount));
        foreach (var column in expected.Columns)
        {
            Assert.That(actual[column.Name], Is.EqualTo(expected[column.Name]), column.Name);
        }
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text) >= 0;
        }
        catch (System.Text.EncoderFallbackException)
        {
            return false;
        }
    }
}
