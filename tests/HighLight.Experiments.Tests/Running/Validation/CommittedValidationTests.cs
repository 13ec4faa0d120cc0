using HighLight.Experiments.Parquet;
using HighLight.Experiments.Running.Validation;
using HighLight.Experiments.Tables;
using HighLight.Workloads;

namespace HighLight.Experiments.Tests.Running.Validation;

/// <summary>
/// The committed result meets what is required, and is what the simulators give today. Rows of real layers are not compared to the last bit: their activations are computed in floating point by
/// kernels that differ between kinds of processors.
/// </summary>
public class CommittedValidationTests
{
    private const string Large = "1024x1024x64";
    private static readonly ResultTable Committed = ParquetTable.Read(RepositoryRoot.File("data", "results", "validation.parquet"));
    private static readonly string[] Identity = ["group", "design", "workload", "a_pattern", "a_density", "b_pattern", "b_density", "b_zeros", "mapping", "quantity", "unit", "analytical", "simulated", "claim", "holds"];

    [Test]
    public void ExactQuantities_AllEqual() =>
        Assert.That(Where(row => Text(row, "claim") == "exact").Where(row => !(bool)Cell(row, "holds")!), Is.Empty);

    [Test]
    public void SparseB_HighLightAtTheLargeShape_IsWithinTwoPercentOnAverage()
    {
        var errors = Where(row => Text(row, "workload") == Large && Text(row, "design") == "HighLight" && Text(row, "b_zeros") == "uniform" && Text(row, "claim")?.StartsWith("within", StringComparison.Ordinal) == true).Select(Error).ToArray();
        Assert.That(errors, Has.Length.GreaterThan(9));
        Assert.That(errors.Average(), Is.LessThan(0.02));
    }

    [Test]
    public void Dstc_CyclesWithoutStalls_AreWithinFivePercentEverywhereAtTheLargeShape()
    {
        var errors = Where(row => Text(row, "workload") == Large && Text(row, "design") == "DSTC" && Text(row, "quantity") == "Compute").Select(Error).ToArray();
        Assert.That(errors, Has.Length.EqualTo(16));
        Assert.That(errors, Is.All.LessThan(0.05));
    }

    [Test]
    public void Grid_SmallShapesRunAgain_AreTheCommittedRows()
    {
        var shapes = new[] { new Gemm(65, 147, 130), new Gemm(1, 1, 1) };
        var again = ValidationTables.All("again", ValidationGrid.Cases(new() { Shapes = [.. shapes] }).Select(@case => @case.Run()));
        var columns = Identity.Select(name => (Again: again[name], Committed: Committed[name])).ToArray();
        string Key(int row, bool isAgain) => string.Join('|', columns.Select(column => FormattableString.Invariant($"{(isAgain ? column.Again : column.Committed)[row]}")));
        var expected = Where(row => Text(row, "group") == "grid" && shapes.Any(shape => shape.ToString() == Text(row, "workload")));
        Assert.That(
            Enumerable.Range(0, (int)again.RowCount).Select(row => Key(row, isAgain: true)),
            Is.EqualTo(expected.Select(row => Key(row, isAgain: false))));
    }

    private static readonly Dictionary<string, System.Collections.Immutable.ImmutableArray<object?>> Columns =
        Committed.Columns.ToDictionary(column => column.Name, column => Committed[column.Name], StringComparer.Ordinal);

    private static IEnumerable<int> Where(Func<int, bool> condition) => Enumerable.Range(0, (int)Committed.RowCount).Where(condition);

    private static object? Cell(int row, string column) => Columns[column][row];

    private static string? Text(int row, string column) => (string?)Cell(row, column);

    private static double Error(int row) => Math.Abs((double)Cell(row, "relative_difference")!);
}
