using HighLight.Models.Runtime.Measurement;

namespace HighLight.Models.Runtime.Tests.Measurement;

public class TensorStatisticsTests
{
    [Test]
    public void Of_ValuesAroundHalfAStep_QuantisesThemAsInt8Does()
    {
        // The largest is 127, so a step is 1: half a step rounds to the even 0, more does not.
        var statistics = TensorStatistics.Of([127, 0, -0f, 0.5f, -0.5f, 0.50001f, -1]);
        Assert.That(statistics, Is.EqualTo(new TensorStatistics(7, 2, 4, 127, 0)));
        Assert.That(statistics.Density, Is.EqualTo(5.0 / 7));
        Assert.That(statistics.Int8Density, Is.EqualTo(3.0 / 7));
    }

    [Test]
    public void Of_NothingOrNoNumbers_HasNoDensityToSpeakOf()
    {
        Assert.That(TensorStatistics.Of([]).Density, Is.Zero);
        Assert.That(TensorStatistics.Of([0, 0]), Is.EqualTo(new TensorStatistics(2, 2, 2, 0, 0)));
        Assert.That(TensorStatistics.Of([float.NaN, float.NegativeInfinity, 0]), Is.EqualTo(new TensorStatistics(3, 1, 1, 0, 2)));
    }
}
