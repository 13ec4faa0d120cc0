using HighLight.Experiments.Degrees;
using HighLight.Experiments.Results;
using HighLight.Sparsity;

namespace HighLight.Experiments.Tests.Degrees;

public class SparsityDegreesExperimentTests
{
    private static readonly SparsityDegreesResult Result = SparsityDegreesExperiment.Run();

    [TestCase("S", 15, 15)]
    [TestCase("SS", 21, 15)]
    [TestCase("HighLight", 15, 12)]
    [TestCase("STC", 2, 2)]
    [TestCase("S2TA", 4, 4)]
    public void Table_Family_HasItsPatternsAndDistinctDegrees(string family, int patterns, int degrees)
    {
        var rows = Enumerable.Range(0, (int)Result.Table.RowCount).Where(row => Equals(Result.Table["family"][row], family)).ToArray();
        Assert.That(rows, Has.Length.EqualTo(patterns));
        Assert.That(rows.Select(row => Result.Table["density_exact"][row]).Distinct().Count(), Is.EqualTo(degrees));
        Assert.That(rows.Count(row => Equals(Result.Table["first_of_its_degree"][row], true)), Is.EqualTo(degrees));
        Assert.That(rows.Select(row => (double)Result.Table["sparsity_degree"][row]!), Is.Ordered);
    }

    [TestCase("words, R = 1", 1.0)]
    [TestCase("selectors, R = 1", 2.8)]
    [TestCase("words, R = 4", 2.8)]
    public void Comparison_MuxingOverhead_StandsBesideTheRecalledClaim(string counted, double ratio)
    {
        var row = Result.Comparison.Rows.Single(r => r.Quantity == $"muxing overhead S / SS ({counted})");
        Assert.That(row.Ours, Is.EqualTo(ratio).Within(1e-12));
        Assert.That((row.Paper, row.Confidence), Is.EqualTo((2.0, Confidence.Recalled)));
    }

    [Test]
    public void Run_FamilyOfTheUser_IsCounted()
    {
        var result = SparsityDegreesExperiment.Run([NamedFamily.Of("mine", "C0(2:{4,6,8})")]);
        Assert.That(result.Table["pattern"], Is.EqualTo(["C0(2:4)", "C0(2:6)", "C0(2:8)"]));
        Assert.That(result.Comparison.Rows.Select(r => r.Ours), Is.EqualTo([3.0]));
    }

    [Test]
    public void Run_NoFamilyOrOneNameTwice_Throws()
    {
        Assert.That(() => SparsityDegreesExperiment.Run([]), Throws.ArgumentException);
        Assert.That(() => SparsityDegreesExperiment.Run([NamedFamily.S, NamedFamily.S]), Throws.ArgumentException.With.Message.Contains("name of its own"));
        Assert.That(() => NamedFamily.Of("x", "C0(5:4)"), Throws.TypeOf<SparsityFormatException>());
    }

    [Test]
    public void Figure_WithoutSAndSS_IsNotCalledThePapers()
    {
        Assert.That(Result.Figure.Subtitle, Is.EqualTo("paper Fig. 6 (recalled)"));
        Assert.That(SparsityDegreesExperiment.Run([NamedFamily.HighLight]).Figure.Subtitle, Is.Null);
    }

    [Test]
    public void Comparison_NoRowsShare_HasNoRowTwice() =>
        Assert.That(SparsityDegreesExperiment.Run(rowsSharingSelection: 1).Comparison.Rows.Select(row => row.Quantity), Is.Unique);

    [Test]
    public void Run_LessThanOneRow_Throws() =>
        Assert.That(() => SparsityDegreesExperiment.Run(rowsSharingSelection: 0), Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("rowsSharingSelection"));
}
