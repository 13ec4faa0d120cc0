using CsCheck;
using HighLight.Tensors;

namespace HighLight.Simulation.Datapaths.TimeUnrolled;

[TestFixture]
public sealed class TopNnzUnitTests
{
    [Test]
    public void Prune_OfWorkedExample_KeepsTheLargestMagnitudesAndOfEqualOnesTheFirst()
    {
        // −128 is the largest magnitude of all; of the three 5s the first stays.
        var b = Matrix<sbyte>.Create(9, 1, [5, -128, 0, -5, 127, 5, 1, 0, 2]);
        var unit = new TopNnzUnit(8, 3);
        Assert.That(unit.Prune(b).Values.ToArray(), Is.EqualTo(new sbyte[] { 5, -128, 0, 0, 127, 0, 0, 0, 2 }));
        Assert.That((unit.Dropped, unit.PrunedBlocks), Is.EqualTo((3L, 1L)));
    }

    [TestCase(0, 0)]
    [TestCase(8, 8)]
    public void Prune_AtTheEndsOfItsRange_KeepsNothingOrEverything(int bound, int kept) =>
        Assert.That(new TopNnzUnit(8, bound).Prune(Simulate.Dense(8, 1, 1)).Values.ToArray().Count(value => value != 0), Is.EqualTo(kept));

    [Test]
    public void Prune_OfAnyBlock_DropsNoValueLargerThanOneItKeeps() =>
        Gen.Select(Gen.SByte.Array[8], Gen.Int[0, 8]).Sample((values, bound) =>
        {
            var pruned = new TopNnzUnit(8, bound).Prune(Matrix<sbyte>.Create(8, 1, values)).Values.ToArray();
            var kept = pruned.Where(value => value != 0).Select(value => Math.Abs((int)value)).ToArray();
            var dropped = values.Zip(pruned).Where(pair => pair.Second == 0).Select(pair => Math.Abs((int)pair.First)).ToArray();
            Assert.That(kept, Has.Length.EqualTo(Math.Min(bound, values.Count(value => value != 0))));
            Assert.That(dropped.DefaultIfEmpty().Max(), Is.LessThanOrEqualTo(kept.DefaultIfEmpty(int.MaxValue).Min()));
        });
}
