using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.Geomean;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Sweep;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;

namespace HighLight.Experiments.Tests.Geomean;

public class GeomeanSummaryExperimentTests
{
    private static readonly GeomeanSummaryResult Result = GeomeanSummaryExperiment.Run();

    [Test]
    public void Table_CyclesOverDense_FollowTheDensityOfA()
    {
        // Densities 1, 1/2 and 1/4, each four times: the cube root of 1 · 2 · 4.
        var row = Row(Result, "TC", "all", "cycles");
        Assert.That(row.Geomean, Is.EqualTo(2).Within(1e-12));
        Assert.That((row.Least, row.Greatest, row.Factors), Is.EqualTo((1.0, 4.0, 12)));
        Assert.That(Row(Result, "TC", "A sparse", "cycles").Geomean, Is.EqualTo(Math.Sqrt(8)).Within(1e-12));
    }

    [Test]
    public void Table_TwoCells_GiveTheMeanAndTheEndsOfTheirFactors()
    {
        var result = GeomeanSummaryExperiment.Run(SweepGrid.Default with { SparsityOfA = [new(1, 2), new(3, 4)], SparsityOfB = [Fraction.Zero] });
        var half = Edp(Accelerators.SparseTensorCore, "C0(2:4)") / Edp(Accelerators.HighLight, "C1(4:4)→C0(2:4)");
        var quarter = Edp(Accelerators.SparseTensorCore, "C1(4:8)→C0(2:4)") / Edp(Accelerators.HighLight, "C1(4:8)→C0(2:4)");
        var row = Row(result, "STC", "all", "EDP");
        Assert.That(row.Geomean, Is.EqualTo(Math.Sqrt(half * quarter)).Within(1e-12));
        Assert.That(row.Least, Is.EqualTo(half));
        Assert.That(row.Greatest, Is.EqualTo(quarter));
        Assert.That(Text(result, "greatest_at", "STC", "all", "EDP"), Is.EqualTo("A 75 %, B 0 %"));
    }

    [Test]
    public void Table_ProductsOfMetrics_MultiplyTheirMeans()
    {
        foreach (var against in new[] { "TC", "TC, 256 KB", "STC", "S2TA", "DSTC" })
        {
            var (cycles, energy) = (Row(Result, against, "all", "cycles").Geomean, Row(Result, against, "all", "energy").Geomean);
            Assert.That(Row(Result, against, "all", "EDP").Geomean, Is.EqualTo(cycles * energy).Within(1e-9), against);
            Assert.That(Row(Result, against, "all", "ED²P").Geomean, Is.EqualTo(cycles * cycles * energy).Within(1e-9), against);
        }
    }

    [TestCase("TC", 12)]
    [TestCase("STC", 12)]
    [TestCase("DSTC", 12)]
    [TestCase("TC, 256 KB", 12)]
    [TestCase("S2TA", 10)]
    [TestCase("all sparse", 34)]
    [TestCase("best sparse", 12)]
    public void Table_Means_CoverTheCellsThatBothSupport(string against, int factors) =>
        Assert.That(Row(Result, against, "all", "EDP").Factors, Is.EqualTo(factors));

    [Test]
    public void Table_BestSparse_IsNoWorseThanAnySparseDesignInACell()
    {
        var best = Row(Result, "best sparse", "all", "EDP");
        foreach (var against in new[] { "STC", "DSTC" })
        {
            Assert.That(best.Geomean, Is.LessThanOrEqualTo(Row(Result, against, "all", "EDP").Geomean));
        }

        Assert.That(best.Least, Is.EqualTo(Row(Result, "all sparse", "all", "EDP").Least));
        Assert.That(best.Greatest, Is.LessThanOrEqualTo(Row(Result, "all sparse", "all", "EDP").Greatest));
    }

    [Test]
    public void Table_DesignWithoutACommonCell_HasNoRow()
    {
        var result = GeomeanSummaryExperiment.Run(SweepGrid.Default with { SparsityOfA = [Fraction.Zero], SparsityOfB = [Fraction.Zero] });
        Assert.That(result.Table["against"], Has.None.EqualTo("S2TA").And.Some.EqualTo("STC"));
        Assert.That(result.Table["cells"], Has.None.EqualTo("A sparse"));
    }

    [TestCase("claim-vs-dense-geomean", "geomean EDP, TC / HighLight")]
    [TestCase("claim-vs-dense-max", "greatest EDP, TC / HighLight")]
    [TestCase("claim-vs-dense-geomean", "geomean EDP, TC, 256 KB / HighLight")]
    [TestCase("claim-vs-sparse-geomean", "geomean EDP, all sparse designs / HighLight")]
    [TestCase("claim-vs-sparse-geomean", "greatest geomean EDP, one sparse design / HighLight")]
    [TestCase("claim-vs-sparse-max", "greatest EDP, sparse design / HighLight")]
    [TestCase("claim-geomean-edp", "greatest geomean EDP over an existing design")]
    public void Comparison_Claim_StandsBesideOurValue(string id, string quantity)
    {
        var row = Result.Comparison.Rows.Single(r => r.Quantity == quantity);
        var target = PaperTargets.Find(id);
        Assert.That((row.Paper, row.Confidence, row.Source), Is.EqualTo((target.Value, target.Confidence, target.Source)));
    }

    [Test]
    public void Comparison_OverDense_AgreesWithTheTable()
    {
        var row = Row(Result, "TC", "all", "EDP");
        Assert.That(Ours("geomean EDP, TC / HighLight"), Is.EqualTo(row.Geomean));
        Assert.That(Ours("greatest EDP, TC / HighLight"), Is.EqualTo(row.Greatest));
        Assert.That(Result.Comparison.Rows.Single(r => r.Quantity == "geomean EDP, TC / HighLight").Note, Does.Contain("4.0x"), "the cube root of 1 · 4 · 16");
    }

    [Test]
    public void Run_SubjectAndBaselineShareNoCell_Throws() =>
        Assert.That(
            () => GeomeanSummaryExperiment.Run(SweepGrid.Default with { Subject = Accelerators.S2ta, Rivals = [], Variants = [], SparsityOfA = [Fraction.Zero], SparsityOfB = [Fraction.Zero] }),
            Throws.ArgumentException.With.Message.Contains("S2TA and TC support no cell"));

    private static double Edp(Accelerator design, string a) =>
        GemmEvaluation.Run(new GemmRequest(design, new(1024, 1024, 1024), new HssOperand(HssPattern.Parse(a)), new DenseOperand())).Result.EdpPjCycles;

    private static double Ours(string quantity) => Result.Comparison.Rows.Single(r => r.Quantity == quantity).Ours;

    private static (double Geomean, double Greatest, double Least, int Factors) Row(GeomeanSummaryResult result, string against, string cells, string metric)
    {
        var row = Index(result, against, cells, metric);
        var table = result.Table;
        return ((double)table["geomean"][row]!, (double)table["greatest"][row]!, (double)table["least"][row]!, (int)table["factors"][row]!);
    }

    private static object? Text(GeomeanSummaryResult result, string column, string against, string cells, string metric) =>
        result.Table[column][Index(result, against, cells, metric)];

    private static int Index(GeomeanSummaryResult result, string against, string cells, string metric) =>
        Enumerable.Range(0, (int)result.Table.RowCount).Single(row =>
            Equals(result.Table["against"][row], against) && Equals(result.Table["cells"][row], cells) && Equals(result.Table["metric"][row], metric));
}
