using CsCheck;
using HighLight.Csv;

namespace HighLight.Technology;

[TestFixture]
public sealed class TechnologyCsvTests
{
    private const string Header = "component,width_bits,size_bytes,banks,action,energy_pJ,area_um2,node_nm,tag,source,note\n";
    private const string Mac = "mac,8,0,0,compute,0.4,,28,sourced,a book,\n";

    private static CsvError[] Errors(string csv)
    {
        var exception = Assert.Throws<TechnologyCsvException>(() => TechnologyTable.Parse(csv, "mine"));
        return [.. exception.Errors];
    }

    [Test]
    public void Parse_WideRows_SplitsEnergyAndArea()
    {
        var table = TechnologyTable.Parse(Header + "glb,64,1024,2,read,5,70.5,28,derived,\"a, b\",\nglb,64,1024,2,write,6,70.5,28,derived,\"said \"\"c\"\"\",two\nlines\n".Replace("two\nlines", "\"two\nlines\""), "mine");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.NodeNm, Is.EqualTo(28));
            Assert.That(table.EnergyPj(new("glb", 64, 1024), Actions.Write), Is.EqualTo(6));
            Assert.That(table.AreaUm2(new("glb", 64, 1024)), Is.EqualTo(70.5));
            Assert.That(table.Rows, Has.Length.EqualTo(3));
            Assert.That(table.Rows[0].Source, Is.EqualTo("a, b"));
            Assert.That(table.Rows[^1], Has.Property("Source").EqualTo("said \"c\"").And.Property("Note").EqualTo("two\nlines").And.Property("Banks").EqualTo(2));
        }
    }

    [Test]
    public void Parse_ColumnsInAnotherOrderCommentsAndCarriageReturns_IsRead()
    {
        var table = TechnologyTable.Parse("\uFEFFsource,tag,node_nm,area_um2,energy_pJ,action,size_bytes,width_bits,component\r\n# mine\r\n\r\nbook,Assumed,7,,1e-3,compute,,4,mac\r\n", "mine");
        Assert.That(table.Energy(new("mac", 4), "compute"), Is.EqualTo(new SourcedValue(0.001, Provenance.Assumed, "book")));
    }

    [TestCase("Mac", "component", "Small letters")]
    [TestCase("", "component", "Small letters")]
    public void Parse_BadComponent_SaysWhereAndWhatIsLegal(string field, string column, string legal) =>
        AssertError(Mac.Replace("mac", field), column, legal);

    [TestCase("0")]
    [TestCase("-8")]
    [TestCase("8.5")]
    [TestCase("")]
    [TestCase("99999999999999999999")]
    public void Parse_BadWidth_SaysWhereAndWhatIsLegal(string field) => AssertError(Mac.Replace(",8,", $",{field},"), "width_bits", "A whole number 1..");

    [TestCase("-0.4")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1e999")]
    [TestCase("four")]
    [TestCase("\"0,4\"")]
    public void Parse_BadEnergy_SaysWhereAndWhatIsLegal(string field) => AssertError(Mac.Replace("0.4", field), "energy_pJ", "A finite number, 0 or more");

    [Test]
    public void Parse_NoEnergy_IsAnErrorAndNotZero() => AssertError(Mac.Replace("0.4", ""), "energy_pJ", "0 must be written");

    [Test]
    public void Parse_AreaRowWithoutArea_SaysWhere() => AssertError(Mac.Replace("compute,0.4", "area,"), "area_um2", "0 must be written");

    [Test]
    public void Parse_AreaRowWithEnergy_SaysWhere() => AssertError(Mac.Replace("compute,0.4,", "area,0.4,3"), "energy_pJ", "Leave the field empty");

    [TestCase("true")]
    [TestCase("1")]
    [TestCase("")]
    [TestCase("sourced, derived")]
    [TestCase("e")]
    public void Parse_BadTag_ListsTheTags(string field) => AssertError(Mac.Replace("sourced", $"\"{field}\""), "tag", "sourced, derived, recalled, assumed");

    [Test]
    public void Parse_NoSource_SaysWhere() => AssertError(Mac.Replace("a book", " "), "source", "names its source");

    [TestCase("0")]
    [TestCase("1001")]
    [TestCase("28nm")]
    public void Parse_BadNode_SaysWhere(string field) => AssertError(Mac.Replace("28", field), "node_nm", "1..1000");

    [Test]
    public void Parse_NoNodeButForDram_SaysWhere() => AssertError(Mac.Replace("28", ""), "node_nm", "Only dram");

    [Test]
    public void Parse_BadSizeAndBanks_SaysBoth()
    {
        var errors = Errors(Header + "mac,8,x,y,compute,1,,28,sourced,book,\n");
        Assert.That(errors.Select(e => e.Column), Is.EqualTo(new[] { "size_bytes", "banks" }));
    }

    [Test]
    public void Parse_RowOfAnotherNode_SaysWhere()
    {
        var error = Errors(Header + Mac + "mac,16,0,0,compute,2,,45,sourced,book,\n").Single();
        Assert.That(error, Is.EqualTo(new CsvError(3, "node_nm", "mac 16 b, compute: 45 nm in a table of 28 nm: a table holds one node.", "")));
    }

    [Test]
    public void Parse_TheSameRowTwice_SaysWhere() => Assert.That(Errors(Header + Mac + Mac).Single(), Has.Property("Line").EqualTo(3).And.Property("Message").Contains("twice"));

    [Test]
    public void Parse_AreasThatDiffer_NamesBothLines()
    {
        var error = Errors(Header + "glb,8,64,0,read,1,5,28,sourced,b,\nglb,8,64,0,write,1,6,28,sourced,b,\n").Single();
        Assert.That(error, Has.Property("Line").EqualTo(3).And.Property("Column").EqualTo("area_um2").And.Property("Message").Contains("line 2"));
    }

    [TestCase(1024, true)]
    [TestCase(1025, false)]
    public void Parse_ManySramRows_AreBounded(int count, bool legal)
    {
        var csv = Header + string.Concat(Enumerable.Range(1, count).Select(i => $"sram,{i},{i * 64},1,read,{i},,28,sourced,b,\n"));
        Assert.That(() => TechnologyTable.Parse(csv, "mine"), legal ? Throws.Nothing : Throws.TypeOf<TechnologyCsvException>().With.Message.Contains("line 1026, column component"));
    }

    [Test]
    public void FromCsv_FileTooLarge_SaysTheLimit()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var file = File.OpenWrite(path))
            {
                file.SetLength((4 << 20) + 1);
            }

            Assert.That(() => TechnologyTable.FromCsv(path), Throws.TypeOf<TechnologyCsvException>().With.Message.Contains("4194304"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void Parse_DramAlone_HasNoNode() => Assert.That(Errors(Header + "dram,1,0,0,read,8,,,sourced,b,\n").Single().Column, Is.EqualTo("node_nm"));

    [TestCase("")]
    [TestCase("\n\n")]
    public void Parse_Nothing_AsksForTheHeader(string csv) => Assert.That(Errors(csv).Single().Legal, Does.Contain("component,width_bits"));

    [Test]
    public void Parse_HeaderAlone_AsksForRows() => Assert.That(Errors(Header).Single().Message, Does.Contain("no row"));

    [Test]
    public void Parse_BadHeader_NamesUnknownDoubleAndMissingColumns()
    {
        var errors = Errors("component,component,energy\n");
        Assert.That(errors.Select(e => $"{e.Column}: {e.Message}"), Is.SupersetOf(new[] { "component: stands twice.", "energy: is no column.", "energy_pJ: is missing.", "source: is missing." }));
        Assert.That(errors.Select(e => e.Column), Has.None.EqualTo("note"));
    }

    [Test]
    public void Parse_TooManyFields_SaysWhere() => Assert.That(Errors(Header + Mac.TrimEnd() + ",more\n").Single().Message, Is.EqualTo("12 fields under 11 columns."));

    [TestCase("\"never closed", "not closed")]
    [TestCase("a \"quote\" inside", "inside a field")]
    [TestCase("\"closed\" then text", "follows a closed quote")]
    public void Parse_BadQuoting_SaysWhere(string field, string message)
    {
        var errors = Errors(Header + Mac.Replace("a book", field));
        Assert.That(errors, Has.Some.Matches<CsvError>(e => e.Line == 2 && e.Message.Contains(message, StringComparison.Ordinal)));
    }

    [Test]
    public void Parse_ViolationsInSeveralLines_AreAllReportedWithTheFile()
    {
        var exception = Assert.Throws<TechnologyCsvException>(() => TechnologyTable.Parse(Header + Mac.Replace(",8,", ",x,").Replace("sourced", "x") + Mac + Mac.Replace("0.4", "x"), "mine"));
        Assert.That(exception.Errors.Select(e => (e.Line, e.Column)), Is.EqualTo(new[] { (2, "width_bits"), (2, "tag"), (4, "energy_pJ") }));
        Assert.That(exception.Message, Does.StartWith("mine is no technology table:").And.Contain("line 4, column energy_pJ: 'x' is no such number."));
    }

    [Test]
    public void Parse_AnyText_ReadsOrThrowsTheOneException() =>
        Gen.Select(Gen.String[Gen.Char["abm,\"\n\r0158.-e#n "], 0, 80], Gen.Bool).Sample((text, header) =>
        {
            try
            {
                return TechnologyTable.Parse((header ? Header + Mac : "") + text, "any").Rows.Length > 0;
            }
            catch (TechnologyCsvException e)
            {
                return e.Errors.Length > 0;
            }
        });

    [TestCase(65)]
    [TestCase(45)]
    public void ToCsv_OfABuiltInTable_ReadsBackTheSame(int node)
    {
        var table = node == 65 ? TechnologyTable.Default : TechnologyTable.Node45;
        Assert.That(TechnologyTable.Parse(table.ToCsv(), "again").Rows, Is.EqualTo(table.Rows));
    }

    [Test]
    public void ToMarkdown_OfATable_HasALineARow()
    {
        var table = TechnologyTable.Parse(Header + "mac,8,0,0,compute,0.4,,28,sourced,a|b,\"two\nlines\"\ndram,1,,,read,8,,,assumed,book,\n", "mine");
        Assert.That(table.ToMarkdown().Split('\n')[2..], Is.EqualTo(new[]
        {
            "| mac 8 b | compute | 0.4 | pJ | 28 nm | sourced | a\\|b (two lines) |",
            "| dram 1 b | read | 8 | pJ | any | assumed | book |",
            "",
        }));
    }

    [Test]
    public void FromCsv_WrittenFile_HasItsNameAndRows()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "mine.csv");
            TechnologyTable.Default.WriteCsv(path);
            TechnologyTable.Node45.WriteCsv(path);
            var table = TechnologyTable.FromCsv(path);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(table.Name, Is.EqualTo("mine"));
                Assert.That(table.Rows, Is.EqualTo(TechnologyTable.Node45.Rows));
                Assert.That(Directory.GetFiles(folder.FullName), Has.Length.EqualTo(1));
            }

            File.WriteAllBytes(path, [0xFF, 0xFE, 0xFD]);
            Assert.That(() => TechnologyTable.FromCsv(path), Throws.TypeOf<TechnologyCsvException>().With.Message.Contains("mine.csv").And.Message.Contains("UTF-8"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertError(string row, string column, string legal)
    {
        var error = Errors(Header + row).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Line, Is.EqualTo(2));
            Assert.That(error.Column, Is.EqualTo(column));
            Assert.That(error.Legal, Does.Contain(legal));
        }
    }
}
