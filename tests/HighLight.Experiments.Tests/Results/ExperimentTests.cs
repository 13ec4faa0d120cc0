using HighLight.Experiments.Results;

namespace HighLight.Experiments.Tests.Results;

public class ExperimentTests
{
    [Test]
    public void ToString_ShowsNumberNameTitleAndFigure() =>
        Assert.That(new Experiment(2, "sparsity-degrees", "Degrees", "paper Fig. 6 (recalled)").ToString(),
            Is.EqualTo("02 sparsity-degrees: Degrees (paper Fig. 6 (recalled))"));

    [TestCase("")]
    [TestCase("HssPrimer")]
    [TestCase("hss--primer")]
    [TestCase("-hss")]
    [TestCase("../hss")]
    [TestCase("hss\n")]
    public void Name_OfAnotherForm_IsRefused(string name) => Assert.That(() => new Experiment(1, name, "t"), Throws.ArgumentException);

    [Test]
    public void Number_BelowOne_IsRefused() => Assert.That(() => new Experiment(0, "hss", "t"), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
