using CsCheck;
using HighLight.Csv;

namespace HighLight.Workloads;

[TestFixture]
public sealed class NetworkCsvTests
{
    private const string GemmHeader = "name,kind,m,k,n,count\n";
    private const string ConvHeader = "name,kind,in_channels,in_height,out_channels,kernel_height,stride_height,pad_top,groups,count,m\n";
    private const string DensityHeader = "name,kind,m,k,n,input_density,input_tag,input_source\n";

    private static CsvError[] Errors(string csv) => [.. Assert.Throws<NetworkCsvException>(() => Network.Parse(csv, "mine"))!.Errors];

    private static void AssertError(string csv, int line, string column, string message, string legal) =>
        Assert.That(
            Errors(csv),
            Has.Exactly(1).Matches<CsvError>(error => error.Line == line && error.Column == column
                && error.Message.Contains(message, StringComparison.Ordinal) && error.Legal.Contains(legal, StringComparison.Ordinal)));

    [Test]
    public void Parse_FewestColumns_AreADenseHiddenLayer()
    {
        var network = Network.Parse("name,kind,m,k,n\nfc,gemm,10,20,30\n", "mine");
        var layer = network.Layers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((network.Name, network.Macs, network.Weights), Is.EqualTo(("mine", 6000, 200)));
            Assert.That((layer.Gemm, layer.Count, layer.Role, layer.Convolution, layer.Shortcut), Is.EqualTo((new Gemm(10, 20, 30), 1, LayerRole.Hidden, (Convolution?)null, (ActivationDensity?)null)));
            Assert.That((layer.Input.Value, layer.Output.Value, layer.Input.Provenance), Is.EqualTo((1, 1, Provenance.Assumed)));
        }
    }

    [Test]
    public void Parse_SquareConvolution_TakesWhatIsLeftOutFromItsHeight()
    {
        var layer = Network.Parse(ConvHeader + "conv,conv,8,14,16,3,2,1,4,,\n", "mine").Layers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((layer.Gemm, layer.Count), Is.EqualTo((new Gemm(4, 18, 49), 4)));
            Assert.That(layer.Convolution, Is.EqualTo(new Convolution
            {
                InputChannels = 8, InputHeight = 14, InputWidth = 14, OutputChannels = 16, KernelHeight = 3, KernelWidth = 3, StrideHeight = 2, StrideWidth = 2,
                PadTop = 1, PadBottom = 1, PadLeft = 1, PadRight = 1, Groups = 4,
            }));
        }
    }

    [Test]
    public void Parse_ColumnsInAnotherOrderCommentsQuotesAndCarriageReturns_AreRead()
    {
        var layer = Network.Parse("\uFEFFn,k,m,kind,input_source,input_tag,input_density,role,name\r\n# mine\r\n\r\n3,2,1,GEMM,\"a, b\",Measured,2.5e-1,Classifier,\"x \"\"y\"\"\"\r\n", "mine").Layers.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((layer.Name, layer.Gemm, layer.Role), Is.EqualTo(("x \"y\"", new Gemm(1, 2, 3), LayerRole.Classifier)));
            Assert.That(layer.Input, Is.EqualTo(new ActivationDensity(0.25, Provenance.Measured, "a, b")));
        }
    }

    [TestCase("fc,gemm,0,1,1,", "m", "'0' is no such number", "1..2147483647")]
    [TestCase("fc,gemm,1,-1,1,", "k", "'-1' is no such number", "1..2147483647")]
    [TestCase("fc,gemm,1,1,1e3,", "n", "'1e3' is no such number", "1..2147483647")]
    [TestCase("fc,gemm,1,1,2147483648,", "n", "'2147483648' is no such number", "1..2147483647")]
    [TestCase("fc,gemm,,1,1,", "m", "is empty", "1..2147483647")]
    [TestCase("fc,gemm,1,1,1,0", "count", "'0' is no such number", "1..2147483647")]
    [TestCase(",gemm,1,1,1,", "name", "is empty", "1..200")]
    [TestCase("fc,matmul,1,1,1,", "kind", "'matmul' is no kind", "gemm, conv")]
    [TestCase("fc,gemm,1,1,1,1,1", "", "7 fields under 6 columns", "Quote")]
    public void Parse_BadGemm_SaysWhereAndWhatIsLegal(string row, string column, string message, string legal) => AssertError(GemmHeader + row + "\n", 2, column, message, legal);

    [TestCase("c,conv,8,14,16,3,2,1,3,,", "", "cannot be split into 3 groups", "")]
    [TestCase("c,conv,8,2,16,3,1,0,1,,", "", "does not fit the padded input", "")]
    [TestCase("c,conv,8,14,16,3,0,1,1,,", "stride_height", "'0'", "1..")]
    [TestCase("c,conv,,14,16,3,1,1,1,,", "in_channels", "is empty", "1..")]
    [TestCase("c,conv,8,14,16,3,2,1,4,6,", "count", "6 products of 4 groups", "multiple of the groups")]
    [TestCase("c,conv,8,14,16,3,2,1,4,,5", "m", "5 is not what the convolution comes to, which is 4 (one group: 4x18x49)", "leave the field empty")]
    [TestCase("c,gemm,8,,,,,,,,", "in_channels", "'8' is the geometry of a convolution", "kind conv")]
    [TestCase("c,conv,2147483647,14,16,3,1,1,1,,", "", "more than 2147483647 values", "")]
    [TestCase("c,conv,1,2147483647,1,1,1,0,1,,", "", "more than 2147483647 output positions", "")]
    public void Parse_BadConvolution_SaysWhereAndWhatIsLegal(string row, string column, string message, string legal) => AssertError(ConvHeader + row + "\n", 2, column, message, legal);

    [TestCase("1.0001,assumed,me", "input_density", "'1.0001' is no such number", "0..1")]
    [TestCase("-0.1,assumed,me", "input_density", "'-0.1' is no such number", "0..1")]
    [TestCase("NaN,assumed,me", "input_density", "'NaN' is no such number", "0..1")]
    [TestCase("0.5,guessed,me", "input_tag", "'guessed' is no tag", "measured, sourced, derived, recalled, assumed")]
    [TestCase("0.5,assumed,", "input_source", "is empty", "names its source")]
    [TestCase(",assumed,", "input_tag", "there is no input_density", "leave the field empty")]
    [TestCase(",,me", "input_source", "there is no input_density", "leave the field empty")]
    public void Parse_BadDensity_SaysWhereAndWhatIsLegal(string fields, string column, string message, string legal) =>
        AssertError(DensityHeader + "fc,gemm,1,1,1," + fields + "\n", 2, column, message, legal);

    [TestCase("0")]
    [TestCase("1")]
    public void Parse_DensityAtItsEnds_IsRead(string density) =>
        Assert.That(Network.Parse(DensityHeader + $"fc,gemm,1,1,1,{density},assumed,me\n", "mine").Layers[0].Input.Value, Is.EqualTo(double.Parse(density)));

    [TestCase("name,kind,input_from,m,k,n\na,gemm,,4,4,4\nb,gemm,c,4,4,4\n", 3, "input_from", "no earlier layer 'c'", "Known: a.")]
    [TestCase("name,kind,input_from,m,k,n\na,gemm,a,4,4,4\n", 2, "input_from", "no earlier layer 'a'", "Known:")]
    [TestCase("name,kind,input_from,m,k,n\na,gemm,,4,4,4\nb,gemm,a,4,4,5\n", 3, "input_from", "'a' writes 16 values, but 20 are read", "dimensions")]
    [TestCase("name,kind,m,k,n\na,gemm,4,4,4\na,gemm,4,4,4\n", 3, "name", "'a' stands twice", "name of its own")]
    [TestCase("name,kind,input_from,m,k,n,input_density,input_tag,input_source\na,gemm,,4,4,4,,,\nb,gemm,a,4,4,4,0.5,assumed,me\n", 3, "input_density", "0.5 are read of what 'a' writes with a density of 1", "one density")]
    [TestCase("name,kind,m,k,n\na,gemm,2147483647,2147483647,1\nb,gemm,2147483647,2147483647,2\n", 3, "", "more than 9223372036854775807", "count")]
    public void Parse_LayersThatDoNotGoTogether_SaysWhere(string csv, int line, string column, string message, string legal) => AssertError(csv, line, column, message, legal);

    [Test]
    public void Parse_SeveralViolations_AreAllReportedWithTheirLines()
    {
        var exception = Assert.Throws<NetworkCsvException>(() => Network.Parse(GemmHeader + "a,gemm,0,x,1,\n# a comment\n\"b\nc\",conv,1,1,1,\n", "mine.csv"))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.File, Is.EqualTo("mine.csv"));
            Assert.That(exception.Errors.Select(error => error.Line), Is.EqualTo([2, 2, 4, 4, 4, 4, 4]));
            Assert.That(exception.Message, Does.StartWith("mine.csv is no layer table:\n  line 2, column m: '0' is no such number. A whole number 1..2147483647.\n  line 2, column k: 'x'"));
        }
    }

    [TestCase("", "the text is empty.")]
    [TestCase("name,kind\n", "no row follows the header.")]
    [TestCase("name,m\na,1\n", "is missing.")]
    [TestCase("name,kind,macs\na,gemm,1\n", "is no column.")]
    [TestCase("name,kind,name\na,gemm,1\n", "stands twice.")]
    public void Parse_BadHeader_SaysSo(string csv, string message) => Assert.That(Errors(csv).Select(error => error.Message), Is.EqualTo([message]));

    [Test]
    public void Parse_AHeaderOfCommas_IsABoundedNumberOfErrors() =>
        Assert.That(Errors("name,kind" + new string(',', 1_000_000) + "\na,gemm\n"), Has.Length.EqualTo(100));

    [Test]
    public void Parse_ALongField_IsQuotedInPart() => Assert.That(Errors($"{GemmHeader}a,gemm,{new string('9', 1_000_000)},1,1,\n").Single().Message, Has.Length.LessThan(200));

    [Test]
    public void Parse_ManyNamesThatAreUnknown_AreABoundedMessageEach()
    {
        var csv = "name,kind,input_from,m,k,n\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"l{i},gemm,x{i},1,1,1\n"));
        Assert.That(Errors(csv), Has.Length.EqualTo(5000).And.All.Matches<CsvError>(error => error.Legal.Length < 2000));
    }

    [TestCase(200, true)]
    [TestCase(201, false)]
    public void Parse_LongName_IsBounded(int length, bool legal) =>
        Assert.That(() => Network.Parse($"{GemmHeader}{new string('x', length)},gemm,1,1,1,\n", "mine"), legal ? Throws.Nothing : Throws.TypeOf<NetworkCsvException>().With.Message.Contains("column name: this is no name"));

    [Test]
    public void Parse_CommentsWithQuotesAndCommas_AreSkippedAndAQuotedSignIsAName() =>
        Assert.That(Network.Parse($"# \"mine\", by hand\n{GemmHeader}#a \"b\",\n\"#1\",gemm,1,1,1,\n# end", "mine").Layers.Select(layer => layer.Name), Is.EqualTo(["#1"]));

    [TestCase(10_000, true)]
    [TestCase(10_001, false)]
    public void Parse_ManyLayers_AreBounded(int layers, bool legal)
    {
        var csv = GemmHeader + string.Concat(Enumerable.Range(0, layers).Select(i => $"l{i},gemm,1,1,1,\n"));
        Assert.That(() => Network.Parse(csv, "mine"), legal ? Throws.Nothing : Throws.TypeOf<NetworkCsvException>().With.Message.Contains("10000 layers at most"));
    }

    [Test]
    public void FromCsv_WhatWriteCsvWrote_IsTheSameNetwork()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "written-network.csv");
        try
        {
            Networks.ResNet50.WriteCsv(path);
            var read = Network.FromCsv(path);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(read.Layers, Is.EqualTo(Networks.ResNet50.Layers));
                Assert.That((read.Name, read.Source), Is.EqualTo(("written-network", path)));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void FromCsv_BytesThatAreNoText_IsOneError()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "no-text.csv");
        try
        {
            File.WriteAllBytes(path, [0xFF, 0xFE, 0x00]);
            Assert.That(() => Network.FromCsv(path), Throws.TypeOf<NetworkCsvException>().With.Message.Contains("not UTF-8"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void FromCsv_NoSuchFile_IsAnIoError() => Assert.That(() => Network.FromCsv("missing.csv"), Throws.InstanceOf<IOException>());

    [Test]
    public void ToCsv_AnyLayers_ReadBackToTheSame() => AnyLayer.Array[1, 5].Sample(layers =>
    {
        var named = layers.Select((layer, i) => layer with { Name = $"{layer.Name} {i}" }).ToArray();
        var network = Networks.ResNet50 with { Layers = [.. named] };
        Assert.That(Network.Parse(network.ToCsv(), "again").Layers, Is.EqualTo(named));
    });

    [Test]
    public void Parse_AnyText_IsReadOrRefused() => Gen.String[Gen.Char["name,kid\n\r\"#0123456789.mngecov"], 0, 60].Sample(text =>
    {
        try
        {
            Assert.That(Network.Parse("name,kind,m,k,n,groups\n" + text, "mine").Layers, Is.Not.Empty);
        }
        catch (NetworkCsvException exception)
        {
            Assert.That(exception.Errors, Is.Not.Empty);
        }
    });

    private static Gen<ActivationDensity> AnyDensity =>
        Gen.Select(Gen.Double[0, 1], Gen.Enum<Provenance>(), Gen.OneOf([.. new[] { "a book", "with, comma", "with \"quotes\"", "two\nlines" }.Select(Gen.Const)]), (value, tag, source) => new ActivationDensity(value, tag, source));

    private static Gen<Layer> AnyGemm =>
        from shape in Gen.Select(Gen.Int[1, 99], Gen.Int[1, 99], Gen.Int[1, 99], Gen.Int[1, 9])
        from name in Gen.OneOf([.. new[] { "plain", "a, b", "#", "\"q\"" }.Select(Gen.Const)])
        from role in Gen.Enum<LayerRole>()
        from densities in Gen.Select(AnyDensity, AnyDensity, AnyDensity.Null())
        select new Layer
        {
            Name = name, Gemm = new(shape.Item1, shape.Item2, shape.Item3), Count = shape.Item4, Role = role,
            Input = densities.Item1, Output = densities.Item2, Shortcut = densities.Item3,
        };

    private static Gen<Layer> AnyConvolution =>
        from layer in AnyGemm
        from size in Gen.Select(Gen.Int[4, 9], Gen.Int[4, 9], Gen.Int[1, 2], Gen.Int[1, 2])
        from step in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 2], Gen.Int[1, 2])
        from pads in Gen.Select(Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 1], Gen.Int[0, 1])
        from shape in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3], Gen.Int[1, 3])
        let convolution = new Convolution
        {
            InputHeight = size.Item1, InputWidth = size.Item2, KernelHeight = size.Item3, KernelWidth = size.Item4,
            StrideHeight = step.Item1, StrideWidth = step.Item2, DilationHeight = step.Item3, DilationWidth = step.Item4,
            PadTop = pads.Item1, PadBottom = pads.Item2, PadLeft = pads.Item3, PadRight = pads.Item4,
            Batch = shape.Item1, Groups = shape.Item2, InputChannels = shape.Item2 * shape.Item3, OutputChannels = shape.Item2 * shape.Item4,
        }
        select layer with { Convolution = convolution, Gemm = convolution.GroupGemm(), Count = layer.Count * convolution.Groups };

    private static Gen<Layer> AnyLayer => Gen.OneOf(AnyGemm, AnyConvolution);
}
