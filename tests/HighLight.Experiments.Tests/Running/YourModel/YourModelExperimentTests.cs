using HighLight.Experiments.Running.YourModel;
using HighLight.Models;

namespace HighLight.Experiments.Tests.Running.YourModel;

/// <summary>On the shipped model, from its file to the assignments.</summary>
public class YourModelExperimentTests
{
    private static readonly OnnxModel Model = OnnxModel.Load(RepositoryRoot.File("data", "models", YourModelExperiment.DefaultModel));

    /// <summary>Takes seconds: run once.</summary>
    private static readonly Lazy<(YourModelResult Result, YourModelStudy Study)> s_run = new(() =>
    {
        var study = YourModelStudy.Of(Model, YourModelSettings.Default);
        return (YourModelExperiment.Of(study), study);
    });

    /// <summary>What the experiment gives by default.</summary>
    internal static YourModelResult Result => s_run.Value.Result;

    private static YourModelStudy Study => s_run.Value.Study;

    [Test]
    public void Assignments_PerLayer_AreNeverWorseThanTheSinglePatternsThatLoseAsMuch()
    {
        var uniform = Study.Patterns.Points.Where(point => point.Kind == AssignmentKind.Uniform).ToArray();
        var greedy = Study.Patterns.All.Where(point => point.Kind == AssignmentKind.ByKeptNorm).ToArray();
        Assert.That(greedy, Has.Length.GreaterThan(3));
        foreach (var own in greedy)
        {
            // The search was given the loss of a single pattern as its budget, or the settings' own: no single pattern that keeps at least as much may be better.
            Assert.That(uniform.Where(one => one.KeptL2 >= own.KeptL2 - 1e-9).Min(one => one.Edp), Is.GreaterThanOrEqualTo(own.Edp - 1e-9), own.Label);
        }
    }

    [Test]
    public void Assignments_UnderTheBudget_KeepEnoughAndBeatTheBestSinglePattern()
    {
        var (shown, uniform) = (Study.Patterns.Shown, Study.Patterns.BestUniform);
        Assert.That(shown.KeptL2, Is.GreaterThanOrEqualTo(Study.Settings.KeptL2Budget - 1e-9));
        Assert.That(uniform.KeptL2, Is.GreaterThanOrEqualTo(Study.Settings.KeptL2Budget));
        Assert.That(shown.Edp, Is.LessThan(uniform.Edp));
        Assert.That(shown.Patterns.Values.Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public void Assignments_EdpOfEachPoint_IsThatOfTheModelItWasMeasuredOn()
    {
        // The search prices patterns; evaluating the pruned model's own layers must give the same.
        foreach (var point in Study.Patterns.All.Where(point => point.Pruned is not null))
        {
            var again = Study.Workload.On(Study.Settings.Subject, point.Pruned, Study.Settings);
            Assert.That(again.EdpPjCycles, Is.EqualTo(point.Evaluation.EdpPjCycles).Within(1e-9).Percent, point.Label);
        }
    }

    [Test]
    public void Variants_Sparser_AreSmallerOnTheDiskAndKeepLess()
    {
        var half = Study.Variants.Single(variant => variant.Pattern.ToString() == "C1(4:4)→C0(2:4)");
        var quarter = Study.Variants.Single(variant => variant.Pattern.ToString() == "C1(4:8)→C0(2:4)");
        Assert.That(quarter.CompressedBytes, Is.LessThan(half.CompressedBytes).And.LessThan(quarter.DenseBytes / 3));
        Assert.That(quarter.KeptL2, Is.LessThan(half.KeptL2));
        Assert.That(half.KeptL2, Is.EqualTo(0.948).Within(5e-4), "what notebook 03 finds for 4:4→2:4");
        Assert.That(quarter.KeptL2, Is.EqualTo(0.849).Within(5e-4), "what notebook 03 finds for 4:8→2:4");
        Assert.That(quarter.DenseBytes, Is.EqualTo(4 * Model.Weights.Sum(layer => (long)layer.Count)));
    }

    [Test]
    public void Variants_WithoutRetraining_DestroyTheOutputsAsTheNotebookSays() =>
        Assert.That(Study.Variants.Select(variant => variant.OutputError), Has.All.GreaterThan(0.5));

    [Test]
    public void Designs_EveryRun_SaysWhy()
    {
        Assert.That(Study.Runs, Has.Length.EqualTo(3 * 6));
        Assert.That(Study.Runs.Select(run => run.Design.Name).Distinct(), Has.Member("S2TA two-pass").And.Member("HighLight"));
        Assert.That(Study.Runs.Select(run => run.Why), Has.All.Contains("cycles set by").And.All.Contains("% of them"));
        Assert.That(Study.Runs.Select(run => run.Edp), Has.All.GreaterThan(0.0));
    }

    [Test]
    public void Designs_DenseLayers_RunDenseInEveryPrunedVersion()
    {
        foreach (var layer in Study.Runs.Where(run => run.Variant is not null).SelectMany(run => run.Evaluation.Layers).Where(layer => layer.Layer.Gemm.M == 1 || layer.Layer.Name == "Conv__220"))
        {
            Assert.That(layer.NominalDensity, Is.EqualTo(1), layer.Layer.Name);
        }
    }

    [Test]
    public void Table_LayersOfARun_AddUpToTheWholeModel()
    {
        var table = Result.Table;
        var rows = Enumerable.Range(0, (int)table.RowCount).Select(i => (
            Whole: (string)table["record"][i]! == "whole model",
            Key: $"{table["design"][i]} {table["assignment"][i]} {table["patterns"][i]}",
            Cycles: (double)table["cycles"][i]!)).ToArray();
        foreach (var run in rows.Where(row => row.Key.Contains("TC", StringComparison.Ordinal)).GroupBy(row => row.Key))
        {
            Assert.That(run.Where(row => !row.Whole).Sum(row => row.Cycles), Is.EqualTo(run.Single(row => row.Whole).Cycles).Within(1e-9).Percent, run.Key);
        }
    }

    [Test]
    public void Views_Layers_AreAllConvolutionsOfTheFile() =>
        Assert.That(Result.Layers.RowCount, Is.EqualTo(Model.Weights.Length));
}
