using CsCheck;
using HighLight.Pruning;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Evaluation.Densities;

[TestFixture]
public sealed class OperandDensityTests
{
    [Test]
    public void Occupancy_HssWholeGroups_IsExact() =>
        Gen.Select(Any.Pattern(3, 6), Gen.Int[1, 4]).Sample((pattern, groups) =>
        {
            var operand = new HssOperand(pattern);
            var tile = groups * (int)pattern.GroupSize;
            return operand.IsExactFor(tile) && operand.Occupancy(tile)[groups * (int)pattern.KeptPerGroup] == 1;
        });

    [Test]
    public void Occupancy_HssAnyTile_HasTheMeanOfItsDensity() =>
        Gen.Select(Any.Pattern(3, 6), Gen.Int[1, 200]).Sample((pattern, tile) =>
        {
            var occupancy = new HssOperand(pattern).Occupancy(tile);
            var sum = Enumerable.Range(0, tile + 1).Sum(n => occupancy[n]);
            return occupancy.Tile == tile && Math.Abs(sum - 1) < 1e-9 && Math.Abs(occupancy.Mean - (tile * pattern.Density.ToDouble())) < 1e-8 * tile;
        });

    [Test]
    public void Occupancy_HssPartOfAGroup_ByHand()
    {
        // 1:2→1:2, first 3 of 4 values. Block 0 is kept with 1/2: then one of its 2 values is there, and nothing in value 2.
        // Block 1 is kept with 1/2: its value is the first one with 1/2. So 1 with 1/2 + 1/4, 0 with 1/4.
        var occupancy = new HssOperand(HssPattern.Parse("1:2→1:2")).Occupancy(3);
        Assert.That(new[] { occupancy[0], occupancy[1], occupancy[2] }, Is.EqualTo(new[] { 0.25, 0.75, 0 }).Within(1e-12));
    }

    [Test]
    public void Occupancy_HssAgainstCountedRandomMasks_Agrees()
    {
        // Random magnitudes put the kept coordinates anywhere with equal probability.
        var pattern = HssPattern.Parse("C1(3:4)→C0(2:4)");
        var random = new Random(7);
        var weights = Matrix<float>.Create(4000, 16, (_, _) => (float)random.NextDouble());
        var mask = new HssPruner(pattern).Prune(weights);
        foreach (var tile in new[] { 2, 4, 8, 16 })
        {
            var counted = new CountedOperand(mask).Occupancy(tile);
            var modelled = new HssOperand(pattern).Occupancy(tile);
            for (var n = 0; n <= tile; n++)
            {
                Assert.That(counted[n], Is.EqualTo(modelled[n]).Within(0.02), $"tile {tile}, occupancy {n}");
            }
        }
    }

    [Test]
    public void Occupancy_Uniform_KnownSizeIsDrawnWithoutReplacement()
    {
        var operand = new UniformOperand(0.3, 10);
        Assert.That(operand.Nonzeros, Is.EqualTo(3));
        Assert.That(operand.Occupancy(10)[3], Is.EqualTo(1).Within(1e-12));
        Assert.That(new UniformOperand(0.3).Occupancy(10)[3], Is.EqualTo(0.2668).Within(1e-4));
    }

    [Test]
    public void Density_UniformKnownSize_RoundsUpToWholeNonzeros() => Assert.That(new UniformOperand(0.25, 10).Density, Is.EqualTo(0.3).Within(1e-12));

    [Test]
    public void Occupancy_Dense_IsTheTile() => Assert.That(new DenseOperand().Occupancy(5)[5], Is.EqualTo(1));

    [Test]
    public void Occupancy_Counted_CountsAlignedTilesAndTheCutOne()
    {
        // Row 1 1 0 | 0 1: tiles of 3 hold 2 and, cut short, 1.
        var operand = new CountedOperand(Matrix<float>.Create(1, 5, [1, 1, 0, 0, 1]));
        var occupancy = operand.Occupancy(3);
        Assert.That((occupancy[1], occupancy[2]), Is.EqualTo((0.5, 0.5)));
        Assert.That(operand.Density, Is.EqualTo(0.6).Within(1e-12));
        Assert.That(operand.IsExactFor(3), Is.False);
        Assert.That(operand.IsExactFor(5), Is.True);
    }

    [Test]
    public void Occupancy_IllegalTile_Throws()
    {
        Assert.That(() => new DenseOperand().Occupancy(0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new UniformOperand(0.5, 4).Occupancy(5), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new CountedOperand(Matrix<float>.Create(1, 2, [1, 0])).Occupancy(3), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new UniformOperand(-0.1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new CountedOperand(Matrix<float>.Create(0, 2, [])), Throws.ArgumentException);
    }
}
