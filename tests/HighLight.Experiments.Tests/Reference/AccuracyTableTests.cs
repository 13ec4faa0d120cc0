using HighLight.Evaluation.Densities;
using HighLight.Experiments.Reference;

namespace HighLight.Experiments.Tests.Reference;

public class AccuracyTableTests
{
    private const string Header = "id,network,dataset,metric,method,training,kind,pattern,sparsity,dense,dense_confidence,value,loss,confidence,source,note,not_paired\n";
    private const string Good = "a,resnet50,ImageNet,top-1,m,usual,G:H,C0(2:4),0.5,77.3,recalled,77.1,,sourced,s,,\n";
    private const string PairHeader = "design,network,pattern,accuracy,weights,why\n";

    [Test]
    public void Default_Rows_AreThoseOfTheFile()
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("data", "reference", "accuracy.csv"));
        Assert.That(AccuracyTable.Default.Rows.Select(row => row.Id), Is.EqualTo(lines.Skip(1).Select(line => line.Split(',')[0])));
    }

    [Test]
    public void Default_Rows_AreEachPaired_OrSayWhyNot()
    {
        var paired = AccuracyTable.Default.Pairs.Select(pair => pair.Row.Id).ToHashSet();
        Assert.That(AccuracyTable.Default.Rows.Where(row => row.NotPaired.Length == 0).Select(row => row.Id), Is.EquivalentTo(paired));
    }

    [Test]
    public void Default_Losses_AreTheDifferenceToTheRowsOwnDenseValue()
    {
        Assert.That(AccuracyTable.Default.Find("resnet50-gale-80").Loss, Is.EqualTo(1.11));
        Assert.That(AccuracyTable.Default.Find("transformer-big-paper-hss-4-8").Loss, Is.EqualTo(2.0));
        foreach (var row in AccuracyTable.Default.Rows.Where(row => row.Dense is not null))
        {
            Assert.That(row.Loss, Is.EqualTo(row.Dense!.Value - row.Pruned!.Value).Within(1e-9), row.Id);
        }
    }

    [TestCase("resnet50-gale-80", true, "sourced")]
    [TestCase("resnet50-srste-2-4-nhwc", false, "sourced, dense value recalled")]
    [TestCase("resnet50-asp-2-4", false, "recalled")]
    [TestCase("resnet50-paper-hss-4-8", false, "digitised")]
    public void Trust_NamesTheWeakestLink(string id, bool sourced, string trust)
    {
        var row = AccuracyTable.Default.Find(id);
        Assert.That((row.IsSourced, row.Trust), Is.EqualTo((sourced, trust)));
    }

    [Test]
    public void Default_PatternOfAPair_HoldsTheRowsZeros()
    {
        foreach (var pair in AccuracyTable.Default.Pairs)
        {
            Assert.That(1 - pair.A.Density, Is.EqualTo(pair.Row.Sparsity!.Value).Within(5e-5), pair.Row.Id);
        }
    }

    [TestCase("STC", "C0(2:4)")]
    [TestCase("S2TA two-pass", "C0(4:8)", "C0(2:8)")]
    [TestCase("HighLight", "C1(4:4)→C0(2:4)", "C1(4:5)→C0(2:4)", "C1(4:6)→C0(2:4)", "C1(4:7)→C0(2:4)", "C1(4:8)→C0(2:4)")]
    public void Default_ResNet50_HasTheDesignsPatterns(string design, params string[] patterns) =>
        Assert.That(
            AccuracyTable.Default.PairsOf("resnet50").Where(pair => pair.Design == design).Select(pair => pair.A.ToString()).Distinct(),
            Is.EqualTo(patterns));

    [Test]
    public void Default_UnstructuredRows_AreDstcsAlone_AndOfAnEvenDegree()
    {
        var pairs = AccuracyTable.Default.Pairs.Where(pair => pair.Pattern is null).ToArray();
        Assert.That(pairs.Select(pair => pair.Design), Is.Not.Empty.And.All.EqualTo("DSTC"));
        Assert.That(pairs.Select(pair => pair.Row.Id), Has.None.Contains("erk"));
        Assert.That(pairs.Select(pair => pair.A), Is.All.InstanceOf<UniformOperand>());
    }

    [Test]
    public void Find_Unknown_SaysWhatThereIs() =>
        Assert.That(() => AccuracyTable.Default.Find("resnet50-gale"), Throws.ArgumentException.With.Message.Contains("resnet50-gale-80"));

    [Test]
    public void Parse_OwnRows_AreRead()
    {
        var table = AccuracyTable.Parse(Header + Good, PairHeader + "STC,resnet50,C0(2:4),a,own,\"its own, of course\"\n");
        Assert.That(table.Pairs.Single(), Is.EqualTo(new AccuracyPair("STC", HighLight.Sparsity.HssPattern.Parse("C0(2:4)"), table.Rows[0], WeightsOrigin.Own, "its own, of course")));
        Assert.That(table.Rows[0].Loss, Is.EqualTo(0.2));
    }

    [TestCase("id,network\n", "line 1", "dataset")]
    [TestCase("", "line 1", "id")]
    [TestCase(Header + "a,b\n", "line 2", "2 cells")]
    [TestCase(Header + Good + Good, "line 3", "second time")]
    [TestCase(Header + "\"a,resnet50\n", "line 2", "not closed")]
    [TestCase(Header + "a,resnet50,ImageNet,top-1,m,usual,G:H,C0(2:4),1.5,77.3,recalled,77.1,,sourced,s,,\n", "'sparsity'", "0..1")]
    [TestCase(Header + "a,resnet50,ImageNet,top-1,m,usual,G:H,C0(2:4),0.5,many,recalled,77.1,,sourced,s,,\n", "'dense'", "'many'")]
    [TestCase(Header + "a,resnet50,ImageNet,top-1,m,usual,G:H,C0(2:4),0.5,77.3,recalled,77.1,0.2,sourced,s,,\n", "'loss'", "either")]
    [TestCase(Header + "a,resnet50,ImageNet,top-1,m,usual,G:H,C0(2:4),0.5,77.3,,77.1,,sourced,s,,\n", "'dense_confidence'", "where dense is given")]
    [TestCase(Header + "a,resnet50,ImageNet,top-1,m,longer,G:H,C0(2:4),0.5,77.3,recalled,77.1,,guessed,s,,\n", "'training'", "'confidence': is 'guessed', not one of sourced")]
    [TestCase(Header + "a,,ImageNet,top-1,m,usual,G:H,C0(2:4),0.5,77.3,recalled,77.1,,sourced,s,,\n", "'network'", "empty")]
    public void Parse_BadRow_SaysWhere(string rows, string place, string what) =>
        Assert.That(
            () => AccuracyTable.Parse(rows, PairHeader),
            Throws.TypeOf<AccuracyTableException>().With.Message.Contains("accuracy.csv").And.Message.Contains(place).And.Message.Contains(what));

    [TestCase("STC,resnet50,C0(2:4),b,own,w\n", "'b'")]
    [TestCase("STC,bert-base,C0(2:4),a,own,w\n", "'bert-base'")]
    [TestCase("STC,resnet50,2 of 4,a,own,w\n", "'2 of 4'")]
    [TestCase("STC,resnet50,C0(2:4),a,mine,w\n", "own, shared")]
    [TestCase("STC,resnet50,C0(2:4),a,own,\n", "'why'")]
    public void Parse_BadPair_SaysWhere(string pair, string what) =>
        Assert.That(
            () => AccuracyTable.Parse(Header + Good, PairHeader + pair),
            Throws.TypeOf<AccuracyTableException>().With.Message.Contains("accuracy-pairing.csv, line 2").And.Message.Contains(what));

    [Test]
    public void Parse_RowNotToBePaired_IsRefused()
    {
        var unpaired = Good.Replace("s,,", "s,,another network", StringComparison.Ordinal);
        Assert.That(
            () => AccuracyTable.Parse(Header + unpaired, PairHeader + "STC,resnet50,C0(2:4),a,own,w\n"),
            Throws.TypeOf<AccuracyTableException>().With.Message.Contains("another network"));
    }

    [Test]
    public void Parse_UnstructuredOfUnknownDegree_IsRefused()
    {
        var unknown = Good.Replace("0.5", "", StringComparison.Ordinal);
        Assert.That(
            () => AccuracyTable.Parse(Header + unknown, PairHeader + "DSTC,resnet50,unstructured,a,own,w\n"),
            Throws.TypeOf<AccuracyTableException>().With.Message.Contains("no sparsity"));
    }

    [Test]
    public void Parse_SeveralViolations_AllAreListed() =>
        Assert.That(
            () => AccuracyTable.Parse(Header + Good.Replace("usual", "", StringComparison.Ordinal) + Good, PairHeader),
            Throws.TypeOf<AccuracyTableException>().With.Property(nameof(AccuracyTableException.Problems)).Length.EqualTo(2));
}
