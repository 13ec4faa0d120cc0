using HighLight.Experiments.Datapath;

namespace HighLight.Experiments.Tests.Datapath;

public class DatapathResultTests
{
    private static readonly DatapathResult Result = DatapathExperiment.Run();

    [Test]
    public void Timeline_NameInAnyCase_IsThatDesigns() => Assert.That(Result.Timeline("highlight").Name, Is.EqualTo("HighLight, cycle by cycle"));

    [Test]
    public void Timeline_UnknownDesign_NamesTheNearest() =>
        Assert.That(() => Result.Timeline("HighLigth"), Throws.ArgumentException.With.Message.Contains("Did you mean HighLight? Known: HighLight, TC."));

    [Test]
    public void Views_AreTheNamedTables() =>
        Assert.That(Result.Views, Is.EqualTo([Result.Work, Result.OperandA, Result.Timeline("HighLight"), Result.Timeline("TC")]));
}
