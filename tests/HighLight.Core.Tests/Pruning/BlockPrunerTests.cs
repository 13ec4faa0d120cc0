using CsCheck;
using HighLight.Sparsity;
using HighLight.Tensors;

namespace HighLight.Pruning;

public class BlockPrunerTests
{
    [Test]
    public void Prune_CutBlocksByHand_RanksThemByTheirMean()
    {
        // 2×2 blocks over 3×3: means of squares 4/4 = 1, (1.5² + 0)/2 = 1.125, (0 + 1)/2 = .5, 1.2²/1 = 1.44. Half of four: the two cut ones on the right.
        var weights = Matrix<float>.Create(3, 3, [1, 1, 1.5f, -1, 1, 0, 0, 1, -1.2f]);

        var mask = new BlockPruner(2, 2, 0.5).Prune(weights);

        Assert.That(mask, Is.EqualTo(Mask.Create(3, 3, (_, column) => column == 2)));
    }

    [Test]
    public void Prune_EqualBlocks_KeepsTheFirst() =>
        Assert.That(
            new BlockPruner(1, 2, 0.5).Prune(Matrix<float>.Create(2, 4, (_, _) => 1)),
            Is.EqualTo(Mask.Create(2, 4, (row, _) => row == 0)));

    [Test]
    public void Prune_Slices_CutBlocks()
    {
        // Slices of three: blocks of columns {0,1} {2} {3,4} {5}.
        var mask = new BlockPruner(1, 2, 0.25).Prune(Matrix<float>.Create(1, 6, [1, 1, 2, 2, 0, 0]), 3);

        Assert.That(mask.KeptColumns(0), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Prune_Any_KeepsTheRoundedNumberOfWholeBlocks() =>
        Gen.Select(Any.Matrix(Any.Weight), Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[0, 16]).Sample((weights, height, width, n) =>
        {
            var mask = new BlockPruner(height, width, new Fraction(n, 16)).Prune(weights);
            var blocks = Enumerable.Range(0, weights.Values.Length)
                .Select(i => Math.DivRem(i, weights.Columns))
                .GroupBy(at => (at.Quotient / height, at.Remainder / width))
                .Select(block => block.Select(at => mask[at.Quotient, at.Remainder]).Distinct().ToArray())
                .ToArray();
            Assert.That(blocks, Has.All.Length.EqualTo(1));
            Assert.That(blocks.Count(block => block[0]), Is.EqualTo(((2 * n * blocks.Length) + 16) / 32));
        });

    [Test]
    public void Prune_BlockLargerThanTheMatrix_KeepsAllOrNothing()
    {
        var weights = Matrix<float>.Create(2, 2, [1, 2, 3, 4]);
        Assert.That(new BlockPruner(int.MaxValue, int.MaxValue, 0.5).Prune(weights).Count, Is.EqualTo(4));
        Assert.That(new BlockPruner(int.MaxValue, int.MaxValue, 0.49).Prune(weights).Count, Is.Zero);
    }

    [Test]
    public void Prune_EmptyMatrix_GivesAnEmptyMask() =>
        Assert.That(new BlockPruner(2, 2, 0.5).Prune(Matrix<float>.Create(0, 4, [])).Count, Is.Zero);

    [Test]
    public void Constructor_BadSettings_ListsAll() =>
        Assert.That(
            () => new BlockPruner(0, -2, 1.5),
            Throws.ArgumentException.With.Message.Contains("0 rows").And.Message.Contains("-2 columns").And.Message.Contains("3/2"));

    [Test]
    public void Name_Block_GivesShapeAndDensity() => Assert.That(new BlockPruner(4, 8, 0.25).ToString(), Is.EqualTo("block 4×8 1/4"));
}
