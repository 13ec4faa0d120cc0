using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Experiments.Sweep;
using HighLight.Hardware.Designs;
using HighLight.Sparsity;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Sweep;

public class SyntheticSweepExperimentTests
{
    private static readonly SyntheticSweepResult Result = SyntheticSweepExperiment.Run();

    [Test]
    public void Table_DefaultGrid_HasEveryDesignInEveryCell()
    {
        Assert.That(Result.Table.RowCount, Is.EqualTo(3 * 4 * 7));
        Assert.That(Result.Table["design"].Distinct(), Is.EqualTo(["TC", "STC", "S2TA", "DSTC", "HighLight", "TC, 256 KB", "S2TA, A saves cycles"]));
        Assert.That(Result.Table.Metadata["technology"], Does.StartWith("65nm"));
    }

    [TestCase("TC", 0, 1.0)]
    [TestCase("TC", 0.75, 1.0)]
    [TestCase("STC", 0, 1.0)]
    [TestCase("STC", 0.5, 0.5)]
    [TestCase("STC", 0.75, 0.5)]
    [TestCase("HighLight", 0, 1.0)]
    [TestCase("HighLight", 0.5, 0.5)]
    [TestCase("HighLight", 0.75, 0.25)]
    public void Table_DesignThatDoesNotSkipB_TakesTheSameCyclesAtEveryDegreeOfB(string design, double sparsity, double normalised)
    {
        var rows = Rows(design).Where(row => Cell("a_sparsity", row) is double a && a == sparsity).ToArray();
        Assert.That(rows, Has.Length.EqualTo(4));
        Assert.That(rows.Select(row => Cell("cycles", row)), Is.All.EqualTo(1024.0 * 1024 * normalised));
        Assert.That(rows.Select(row => Cell("norm_cycles", row)), Is.All.EqualTo(normalised));
        Assert.That(rows.Select(row => Cell("bound", row)), Is.All.EqualTo("compute"));
    }

    [TestCase("TC", 0.5, "C1(4:4)→C0(2:4)", "dense")]
    [TestCase("STC", 0.5, "C0(2:4)", "C0(2:4)")]
    [TestCase("STC", 0.75, "C1(4:8)→C0(2:4)", "C0(2:4)")]
    [TestCase("S2TA", 0.5, "C0(4:8)", "C0(4:8)")]
    [TestCase("S2TA", 0.75, "C0(2:8)", "C0(2:8)")]
    [TestCase("DSTC", 0.75, "C1(4:8)→C0(2:4)", "unstructured")]
    [TestCase("HighLight", 0.5, "C1(4:4)→C0(2:4)", "C1(4:4)→C0(2:4)")]
    [TestCase("HighLight", 0.75, "C1(4:8)→C0(2:4)", "C1(4:8)→C0(2:4)")]
    public void Table_SparseA_IsThePatternTheDesignServesBest(string design, double sparsity, string given, string runsAs)
    {
        var rows = Rows(design).Where(row => Cell("a_sparsity", row) is double a && a == sparsity).ToArray();
        Assert.That(rows.Select(row => Cell("a_pattern", row)), Is.All.EqualTo(given));
        Assert.That(rows.Select(row => Cell("a_runs_as", row)), Is.All.EqualTo(runsAs));
    }

    [Test]
    public void Table_SparseB_IsUnstructured_ButForTheDesignThatCutsItToItsOwnPattern()
    {
        Assert.That(
            Rows("HighLight").Select(row => Cell("b_pattern", row)).Distinct(),
            Is.EqualTo(["dense", "unstructured 0.75", "unstructured 0.5", "unstructured 0.25"]));
        Assert.That(Rows("S2TA").Select(row => Cell("b_pattern", row)).Distinct(), Is.EqualTo(["dense", "C0(6:8)", "C0(4:8)", "C0(2:8)"]));
    }

    [Test]
    public void Table_UnsupportedPair_HasNoValuesAndSaysWhy()
    {
        var refused = Rows("S2TA").Where(row => Equals(Cell("supported", row), false)).ToArray();
        Assert.That(
            refused.Select(row => (Cell("a_sparsity", row), Cell("b_sparsity", row))),
            Is.EqualTo([(0.0, 0.0), (0.0, 0.25)]),
            "A is dense, and B too dense to take its place");
        foreach (var column in new[] { "cycles", "energy_pJ", "edp_pJ_cycles", "norm_cycles", "norm_energy", "norm_edp", "bound", "mapping", "a_runs_as" })
        {
            Assert.That(refused.Select(row => Cell(column, row)), Is.All.Null, column);
        }

        Assert.That(refused.Select(row => Cell("why", row)), Is.All.Contains("not supported"));
        Assert.That(Result.Figure.DataJson, Does.Contain("n/a"));
    }

    [Test]
    public void Table_SupportedPair_HasPositiveValuesThatMultiply()
    {
        foreach (var row in Enumerable.Range(0, (int)Result.Table.RowCount).Where(row => Equals(Cell("supported", row), true)))
        {
            var (cycles, energy, edp) = ((double)Cell("cycles", row)!, (double)Cell("energy_pJ", row)!, (double)Cell("edp_pJ_cycles", row)!);
            Assert.That(cycles, Is.Positive);
            Assert.That(energy, Is.Positive);
            Assert.That(edp, Is.EqualTo(cycles * energy));
            Assert.That((double)Cell("norm_edp", row)!, Is.EqualTo((double)Cell("norm_cycles", row)! * (double)Cell("norm_energy", row)!).Within(1e-12));
        }
    }

    [Test]
    public void Table_HighLight_NeedsLessEnergyWithSparserB()
    {
        foreach (var degree in Rows("HighLight").GroupBy(row => Cell("a_sparsity", row)))
        {
            Assert.That(degree.Select(row => (double)Cell("energy_pJ", row)!), Is.Ordered.Descending);
        }
    }

    [Test]
    public void Table_DenseOnDense_AtEqualBufferCapacity_SparseDesignsPayLittle()
    {
        double Energy(string design) => (double)Cell("energy_pJ", Rows(design).First())!;

        // STC's sparsity hardware takes 1.0 % of what the best tiles leave of the energy.
        Assert.That(Energy("STC") / Energy("TC, 256 KB"), Is.EqualTo(1).Within(0.011));
        Assert.That(Energy("HighLight") / Energy("TC, 256 KB"), Is.EqualTo(1).Within(0.03));
    }

    [Test]
    public void Table_Mapping_ReplaysTheResult()
    {
        var row = Rows("HighLight").Last();
        var replay = GemmEvaluation.Run(new GemmRequest(
            Accelerators.HighLight, new Gemm(1024, 1024, 1024), new HssOperand(HssPattern.Parse((string)Cell("a_pattern", row)!)), new UniformOperand(0.25))
        {
            Mapping = Mapping.Parse((string)Cell("mapping", row)!),
        });
        Assert.That(replay.Result.EdpPjCycles, Is.EqualTo(Cell("edp_pJ_cycles", row)));
    }

    [Test]
    public void Run_WithoutExchange_ExchangesNothing()
    {
        var result = SyntheticSweepExperiment.Run(SweepGrid.Default with { AllowSwap = false });
        Assert.That(result.Table["operands_exchanged"], Has.None.True);
        Assert.That(Result.Table["operands_exchanged"], Has.Some.True, "S2TA takes the sparser operand over time");
        Assert.That(result.Table["supported"].Count(supported => Equals(supported, false)), Is.EqualTo(2 * 4), "S2TA and its variant refuse every dense A");
    }

    [Test]
    public void Run_OtherDegrees_PrunesLowerRanksFirst()
    {
        var result = SyntheticSweepExperiment.Run(SweepGrid.Default with { SparsityOfA = [new(3, 5), new(2, 3)], SparsityOfB = [Fraction.Zero] });
        var patterns = Enumerable.Range(0, (int)result.Table.RowCount)
            .Where(row => Equals(result.Table["design"][row], "HighLight"))
            .Select(row => result.Table["a_pattern"][row]);
        Assert.That(patterns, Is.EqualTo(["C1(4:5)→C0(2:4)", "C1(4:6)→C0(2:4)"]));
    }

    [Test]
    public void Run_BadGrid_ListsEveryViolation()
    {
        var grid = SweepGrid.Default with
        {
            SparsityOfA = [new(3, 10), new(1, 1)],
            SparsityOfB = [],
            Rivals = [Accelerators.TensorCore],
        };
        Assert.That(
            () => SyntheticSweepExperiment.Run(grid),
            Throws.ArgumentException.With.Message.Contains("3/10 is not one of C1(4:{4≤H≤8})→C0(2:{2≤H≤4}): 0, 1/5, 1/3")
                .And.Message.Contains("degree 1 is not in").And.Message.Contains("B has no sparsity degree").And.Message.Contains("called 'TC'"));
        Assert.That(() => SyntheticSweepExperiment.Run(SweepGrid.Default with { SparsityOfB = [new(1, 2), new(1, 2)] }), Throws.ArgumentException.With.Message.Contains("repeat"));
        Assert.That(() => SyntheticSweepExperiment.Run(SweepGrid.Default with { SparsityOfB = [new(-1, 2)] }), Throws.ArgumentException.With.Message.Contains("-1/2"));
        Assert.That(() => SyntheticSweepExperiment.Run(SweepGrid.Default with { Variants = default }), Throws.ArgumentException.With.Message.Contains("default"));
    }

    private static object? Cell(string column, int row) => Result.Table[row, Columns[column]];

    private static readonly Dictionary<string, int> Columns = Result.Table.Columns.Select((column, i) => (column.Name, i)).ToDictionary(c => c.Name, c => c.i);

    private static IEnumerable<int> Rows(string design) =>
        Enumerable.Range(0, (int)Result.Table.RowCount).Where(row => Equals(Cell("design", row), design));
}
