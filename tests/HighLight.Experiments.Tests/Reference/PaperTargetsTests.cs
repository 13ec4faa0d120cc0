using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;

namespace HighLight.Experiments.Tests.Reference;

public class PaperTargetsTests
{
    [Test]
    public void All_Rows_AreThoseOfTheFile()
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("data", "reference", "paper-targets.csv"));
        Assert.That(PaperTargets.All.Select(t => t.Id), Is.EqualTo(lines.Skip(1).Select(line => line.Split(',')[0])));
    }

    [Test]
    public void Find_ClaimOnMuxes_HasValueUnitAndSource()
    {
        var target = PaperTargets.Find("claim-mux");
        Assert.That((target.Value, target.Unit, target.Confidence, target.Source), Is.EqualTo((2.0, "x", Confidence.Recalled, "Fig. 6")));
    }

    [Test]
    public void Find_UnknownOrManifold_SaysWhatThereIs()
    {
        Assert.That(() => PaperTargets.Find("claim-mix"), Throws.ArgumentException.With.Message.Contains("claim-mux"));
        Assert.That(() => PaperTargets.Find("pareto-resnet50-tc"), Throws.ArgumentException.With.Message.Contains("2 rows"));
    }
}
