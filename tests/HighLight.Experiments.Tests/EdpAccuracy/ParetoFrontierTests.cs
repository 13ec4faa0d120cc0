using CsCheck;
using HighLight.Experiments.EdpAccuracy;

namespace HighLight.Experiments.Tests.EdpAccuracy;

public class ParetoFrontierTests
{
    [Test]
    public void Items_WorkedExample_AreThoseThatNothingDominates()
    {
        // (1,4) and (3,2) are dominated by (1,3) and (2,2); (4,1) has the least y.
        var frontier = Of((3, 2), (1, 4), (4, 1), (1, 3), (2, 2), (5, 1));
        Assert.That(frontier.Items, Is.EqualTo([(1.0, 3.0), (2.0, 2.0), (4.0, 1.0)]));
    }

    [Test]
    public void Items_AtOnePlace_AreAllThere() => Assert.That(Of((1, 1), (2, 0), (1, 1)).Items, Is.EqualTo([(1.0, 1.0), (1.0, 1.0), (2.0, 0.0)]));

    [Test]
    public void Items_None_AreNone()
    {
        Assert.That(Of().Items, Is.Empty);
        Assert.That(Of().Admits(1, 1), Is.True);
        Assert.That(Of().Least(1), Is.Null);
    }

    [TestCase(1, 3, true)]
    [TestCase(1, 3.1, false)]
    [TestCase(1.5, 3, false)]
    [TestCase(1.5, 2.9, true)]
    [TestCase(0.9, 99, true)]
    public void Admits_EdgeOfTheFrontier_IsStrict(double x, double y, bool admitted) =>
        Assert.That(Of((1, 3), (2, 2), (4, 1)).Admits(x, y), Is.EqualTo(admitted));

    [TestCase(0.9, null)]
    [TestCase(1, 3.0)]
    [TestCase(3.9, 2.0)]
    [TestCase(4, 1.0)]
    public void Least_WithinALimit_IsTheStairBelowIt(double x, double? least) => Assert.That(Of((1, 3), (2, 2), (4, 1)).Least(x), Is.EqualTo(least));

    [Test]
    public void Constructor_NaN_IsRefused() => Assert.That(() => Of((1, double.NaN)), Throws.ArgumentException.With.Message.Contains("NaN"));

    [Test]
    public void Items_OfAnyPoints_AreExactlyTheUndominated() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 12].Sample(points =>
        {
            var frontier = new ParetoFrontier<(int X, int Y)>(points, point => point.X, point => point.Y);
            var undominated = points.Where(p => !points.Any(q => q.Item1 <= p.Item1 && q.Item2 <= p.Item2 && q != p));
            Assert.That(frontier.Items, Is.EquivalentTo(undominated));
            Assert.That(points.Where(point => frontier.Admits(point.Item1, point.Item2)), Is.EquivalentTo(frontier.Items));
        });

    private static ParetoFrontier<(double X, double Y)> Of(params (double X, double Y)[] points) => new(points, point => point.X, point => point.Y);
}
