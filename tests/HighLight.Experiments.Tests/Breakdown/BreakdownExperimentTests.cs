using System.Collections.Immutable;
using HighLight.Evaluation;
using HighLight.Experiments.Breakdown;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Technology;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Breakdown;

public class BreakdownExperimentTests
{
    private static readonly BreakdownResult Result = BreakdownExperiment.Run();
    private static readonly ResultTable Table = Result.Table;

    [Test]
    public void Table_EnergyOfComponents_AddsUpToTheEvaluation()
    {
        var request = new GemmRequest(Accelerators.HighLight, new Gemm(1024, 1024, 1024), OperandCell.BothSparse.A, OperandCell.BothSparse.B) { AllowSwap = false };
        var expected = GemmEvaluation.Run(request).Result;
        var rows = Rows("energy", "HighLight").Where(row => Equals(Table["cell"][row], "75 % × 75 %")).ToArray();
        Assert.That(rows, Has.Length.EqualTo(7));
        Assert.That(rows.Sum(row => (double)Table["energy_pJ"][row]!), Is.EqualTo(expected.EnergyPj).Within(1e-9).Percent);
        Assert.That(rows.Select(row => Table["mapping"][row]), Has.All.EqualTo(expected.Mapping.ToString()));
        Assert.That(rows.Select(row => Table["cycles"][row]), Has.All.EqualTo(expected.Cycles));
    }

    [Test]
    public void Table_SharesOfADesign_AddUpToOne()
    {
        var groups = Enumerable.Range(0, (int)Table.RowCount)
            .Where(row => Table["share"][row] is not null)
            .GroupBy(row => (Table["quantity"][row], Table["design"][row], Table["cell"][row]), row => (double)Table["share"][row]!)
            .ToArray();
        Assert.That(groups, Has.Length.EqualTo((4 * 5) - 1 + 5), "4 cells of 5 designs but for the one that S2TA refuses, and 5 areas");
        Assert.That(groups.Select(group => group.Sum()), Has.All.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Table_DenseWeightsOnS2ta_SaysWhyThereIsNoEnergy()
    {
        var row = Rows("energy", "S2TA").Single(row => Equals(Table["cell"][row], "dense × dense"));
        Assert.That(Table["energy_pJ"][row], Is.Null);
        Assert.That(Table["refusal"][row], Does.Contain("C0({1≤G≤4}:8)").Or.Contain("C0({G≤4}:8)"));
    }

    [Test]
    public void Table_Area_IsThatOfTheModel([Values("TC", "STC", "DSTC", "S2TA", "HighLight")] string name)
    {
        var design = Accelerators.All.Single(d => d.Name == name);
        var area = AreaModel.Of(design, TechnologyTable.Default);
        var rows = Rows("area", design.Name).ToArray();
        Assert.That(rows.Select(row => Table["component"][row]), Is.EqualTo(area.Components.Select(c => c.Name)));
        Assert.That(rows.Select(row => Table["area_mm2"][row]), Is.EqualTo(area.Components.Select(c => c.Mm2)));
        Assert.That(rows.Where(row => Equals(Table["is_saf"][row], true)).Sum(row => (double)Table["share"][row]!), Is.EqualTo(area.SafShare).Within(1e-12));
    }

    [Test]
    public void Views_SparsityHardware_AddsUpToTheAreaOfEachDesign()
    {
        var (totals, units) = (Result.Areas, Result.SparsityHardware);
        for (var row = 0; row < totals.RowCount; row++)
        {
            var sum = Enumerable.Range(0, (int)units.RowCount).Where(unit => Equals(units["design"][unit], totals["design"][row])).Sum(unit => (double)units["area_mm2"][unit]!);
            Assert.That(sum, Is.EqualTo((double)totals["saf_mm2"][row]!).Within(1e-12));
        }

        Assert.That(Result.Views.Select(view => view.RowCount), Has.All.LessThanOrEqualTo(20), "a notebook shows 20 rows");
    }

    [Test]
    public void Comparison_SparsityHardware_StandsBesideTheRecalledShare()
    {
        var rows = Result.Comparison.Rows.Where(row => row.Quantity.StartsWith("sparsity hardware of", StringComparison.Ordinal)).ToArray();
        Assert.That(rows, Has.Length.EqualTo(5));
        var claimed = rows.Single(row => row.Paper is not null);
        Assert.That(claimed.Quantity, Does.Contain("HighLight"));
        Assert.That((claimed.Paper, claimed.Confidence, claimed.Unit), Is.EqualTo(((double?)5.7, (Confidence?)Confidence.Recalled, "%")));
        Assert.That(claimed.Ours, Is.EqualTo(100 * AreaModel.Of(Accelerators.HighLight, TechnologyTable.Default).SafShare));
    }

    [Test]
    public void Run_VariantAndOtherTechnology_AreWhatIsEvaluated()
    {
        var small = Accelerators.TensorCore with { Name = "TC 256 KB", GlobalBuffer = Accelerators.SparseTensorCore.GlobalBuffer };
        var result = BreakdownExperiment.Run([OperandCell.Dense], [Accelerators.TensorCore, small], new Gemm(256, 256, 256), TechnologyTable.Node45);
        Assert.That(result.Table["design"].Distinct(), Is.EqualTo(["TC", "TC 256 KB"]));
        Assert.That((result.Table.Metadata["technology"], result.Table.Metadata["gemm"]), Is.EqualTo((TechnologyTable.Node45.Name, "256x256x256")));
    }

    [Test]
    public void Run_NothingOrOneNameTwice_Throws()
    {
        ImmutableArray<Accelerator> designs = [Accelerators.TensorCore];
        Assert.That(() => Run([], designs), Throws.ArgumentException.With.Message.Contains("cell"));
        Assert.That(() => Run([OperandCell.Dense, OperandCell.Dense], designs), Throws.ArgumentException.With.Message.Contains("cell"));
        Assert.That(() => Run([OperandCell.Dense], []), Throws.ArgumentException.With.Message.Contains("design"));
        Assert.That(() => Run([OperandCell.Dense], [.. designs, .. designs]), Throws.ArgumentException.With.Message.Contains("Name"));

        static BreakdownResult Run(ImmutableArray<OperandCell> cells, ImmutableArray<Accelerator> designs) =>
            BreakdownExperiment.Run(cells, designs, new Gemm(64, 64, 64), TechnologyTable.Default);
    }

    private static IEnumerable<int> Rows(string quantity, string design) => Enumerable.Range(0, (int)Table.RowCount)
        .Where(row => Equals(Table["quantity"][row], quantity) && Equals(Table["design"][row], design));
}
