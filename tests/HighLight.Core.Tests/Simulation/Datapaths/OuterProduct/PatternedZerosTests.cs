using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware.Designs;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.OuterProduct;

/// <summary>Half of the values zero, but not at random places: DSTC's cycles follow from where they are.</summary>
[TestFixture]
public sealed class PatternedZerosTests
{
    private const int Size = 256;

    /// <summary>Whole warp tiles: where zeros lie evenly, cut ones are better, and the mapper takes those.</summary>
    private static readonly Mapping WholeWarpTiles = new(Size, Size, Size, DramLoopOrder.MOuter);

    /// <summary>Every other value, the same number in each warp tile.</summary>
    private static Matrix<sbyte> Checkerboard { get; } = Matrix<sbyte>.Create(Size, Size, (row, column) =>
        (row + column) % 2 == 0 ? (sbyte)1 : (sbyte)0);

    [Test]
    public void Checkerboard_TakesTheStepsOfHalfFullWarpTiles()
    {
        // 16 of 32 rows are 2 groups of 8, 16 of 32 columns one of 16: 2 steps for each of 8×8 warp tiles and 256 columns of K, on 8 units.
        var result = Simulator.Run(new(Accelerators.DualSideSparseTensorCore, Checkerboard, Checkerboard) { Mapping = WholeWarpTiles });
        Assert.That(result.Counts.Event("outer-product units", "steps"), Is.EqualTo(2 * 64 * 256));
        Assert.That(result.WorkingCycles, Is.EqualTo(4096));
        Assert.That(result.Z.BitwiseEquals(ReferenceProduct.Of(Checkerboard, Checkerboard)), Is.True);
    }

    [Test]
    public void Clusters_TakeTheStepsOfFullTilesWhereBothAreFull()
    {
        // Blocks of 32×32, half of them full: 4×2 steps where A's and B's are, a quarter of the warp tiles at a column of K.
        var clustered = Matrix<sbyte>.Create(Size, Size, (row, column) => ((row / 32) + (column / 32)) % 2 == 0 ? (sbyte)1 : (sbyte)0);
        var result = Simulator.Run(new(Accelerators.DualSideSparseTensorCore, clustered, clustered) { Mapping = WholeWarpTiles });
        Assert.That(result.Counts.Event("outer-product units", "steps"), Is.EqualTo(8 * 16 * 256));
        Assert.That(result.WorkingCycles, Is.EqualTo(4096));
        Assert.That(result.Counts.Event("bitmap units", "pairs without a product"), Is.EqualTo(48 * 256));
    }

    [Test]
    public void Comparison_ThatCountsZeros_TellsTheModelWhereTheyAre()
    {
        var request = new SimulationRequest(Accelerators.DualSideSparseTensorCore, Checkerboard, Simulate.Dense(Size, 64, 1));
        Assert.That(SimulationComparison.Run(request).Evaluator.A.Operand, Is.TypeOf<UniformOperand>());
        var counted = SimulationComparison.Run(request with { CountsZeros = true }).Evaluator;
        Assert.That((counted.A.Operand.GetType(), counted.B.Operand.GetType()), Is.EqualTo((typeof(CountedOperand), typeof(DenseOperand))));

        // Rows of a counted operand lie along K: 16 nonzeros in each tile of 32.
        Assert.That((counted.A.Density, counted.A.Operand.Occupancy(32)[16]), Is.EqualTo((0.5, 1.0)));
    }

    [Test]
    public void Comparison_ThatCountsZeros_TakesColumnsOfBAlongK()
    {
        // Of B whole rows are zero: along K every other value of each column.
        var b = Matrix<sbyte>.Create(Size, 64, (row, _) => row % 2 == 0 ? (sbyte)1 : (sbyte)0);
        var request = new SimulationRequest(Accelerators.DualSideSparseTensorCore, Simulate.Dense(64, Size, 1), b) { CountsZeros = true };
        Assert.That(SimulationComparison.Run(request).Evaluator.B.Operand.Occupancy(32)[16], Is.EqualTo(1.0));
    }
}
