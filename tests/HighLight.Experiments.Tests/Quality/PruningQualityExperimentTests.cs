using System.Collections.Immutable;
using HighLight.Experiments.Degrees;
using HighLight.Experiments.Quality;
using HighLight.Experiments.Tables;
using HighLight.Models;
using HighLight.Pruning;
using HighLight.Sparsity;

namespace HighLight.Experiments.Tests.Quality;

/// <summary>On the real weights of the shipped model.</summary>
public class PruningQualityExperimentTests
{
    private static readonly OnnxModel Model = OnnxModel.Load(RepositoryRoot.File("data", "models", PruningQualityExperiment.DefaultModel));
    private static readonly ResultTable Table = PruningQualityExperiment.Run(Model, activationColumns: 8).Table;

    [Test]
    public void Table_Layers_AreThoseWithEnoughInputChannelsAndTheirSum()
    {
        var expected = Model.Weights.Where(layer => layer.SegmentLength >= 16).Select(layer => layer.LayerName).Append("all layers");
        Assert.That(Table["layer"].Distinct(), Is.EqualTo(expected));
        Assert.That(Table.RowCount, Is.EqualTo(expected.Count() * PruningMethod.Default.Length));
    }

    [Test]
    public void BestL2Share_EveryRow_IsAnUpperBoundThatUnstructuredPruningReaches()
    {
        foreach (var row in Rows())
        {
            Assert.That(row.KeptL2, row.Pattern == "unstructured" ? Is.EqualTo(row.Best).Within(1e-9) : Is.LessThanOrEqualTo(row.Best + 1e-9), $"{row}");
        }
    }

    [Test]
    public void Table_PatternsOfHighLight_AreItsFamilyButTheDenseOne()
    {
        var patterns = Table["method"].Zip(Table["pattern"]).Where(pair => Equals(pair.First, "HighLight")).Select(pair => HssPattern.Parse((string)pair.Second!)).Distinct().ToArray();
        Assert.That(patterns, Has.Length.EqualTo(14));
        Assert.That(patterns, Has.All.Matches<HssPattern>(pattern => NamedFamily.HighLight.Family.Contains(pattern) && !pattern.IsDense));
    }

    [Test]
    public void Totals_OfTheNotebooksProse_HoldInTheTable()
    {
        var kept = Rows().Where(r => r.Layer == "all layers").ToDictionary(r => (r.Pattern, r.Nominal), r => (Shown: Math.Round(100 * r.KeptL2, 1), Lost: r.Best - r.KeptL2));
        Assert.Multiple(() =>
        {
            Assert.That(kept[("4:4→2:4", 0.5)].Shown, Is.EqualTo(94.8).And.EqualTo(kept[("2:4", 0.5)].Shown));
            Assert.That(kept[("4:8", 0.5)].Shown, Is.EqualTo(96.1));
            Assert.That(kept[("4:8→2:4", 0.25)].Shown, Is.EqualTo(84.9));
            Assert.That(kept[("1:4", 0.25)].Shown, Is.EqualTo(82.9));
            Assert.That(kept[("2:8", 0.25)].Shown, Is.EqualTo(85.7));
            Assert.That(kept[("3:4→2:4", 0.375)].Shown, Is.EqualTo(91.2));
            Assert.That(kept[("3:8", 0.375)].Shown, Is.EqualTo(92.4));
            Assert.That(kept[("1:2→2:2→2:2", 0.5)].Shown, Is.LessThan(kept[("block 4×4", 0.5)].Shown));
            Assert.That(kept[("4:4→2:4", 0.5)].Lost, Is.LessThan(kept[("4:8→2:2", 0.5)].Lost));
            Assert.That(kept[("4:4→2:3", 2 / 3.0)].Lost, Is.LessThan(kept[("4:6→2:2", 2 / 3.0)].Lost));
            Assert.That(kept[("4:6→2:4", 1 / 3.0)].Lost, Is.LessThan(kept[("4:8→2:3", 1 / 3.0)].Lost));
        });
    }

    [Test]
    public void Density_TailFreePatterns_IsTheNominalOne()
    {
        foreach (var row in Rows().Where(r => r.Pattern is "2:4" or "4:8" or "1:4" or "2:8" or "3:8"))
        {
            Assert.That(row.Density, Is.EqualTo(row.Nominal).Within(1e-12), $"{row}");
        }
    }

    [Test]
    public void WiderGroups_AtEqualDensity_KeepMore()
    {
        // Every mask of 1:4 is one of 2:8, and every one of 2:8 is one of 4:16: the best of more masks is no worse.
        foreach (var layer in Rows().Where(r => r.Pattern is "1:4" or "2:8" or "4:16").GroupBy(r => r.Layer))
        {
            var kept = layer.ToDictionary(r => r.Pattern, r => r.KeptL2);
            Assert.That(kept["2:8"], Is.GreaterThanOrEqualTo(kept["1:4"] - 1e-12), layer.Key);
            Assert.That(kept["4:16"], Is.GreaterThanOrEqualTo(kept["2:8"] - 1e-12), layer.Key);
        }
    }

    [Test]
    public void Run_DenseMethod_LosesNothing()
    {
        ImmutableArray<PruningMethod> dense = [new("HSS", "dense", new HssPruner(HssPattern.Dense), Fraction.One)];
        var table = PruningQualityExperiment.Run(Model, dense, 4).Table;
        Assert.That(table["kept_l2_share"], Is.Not.Empty.And.All.EqualTo(1.0).Within(1e-12));
        Assert.That(table["output_error"], Is.All.EqualTo(0.0));
    }

    [Test]
    public void Run_Twice_GivesEqualTables()
    {
        ImmutableArray<PruningMethod> some = [.. PruningMethod.Default.Take(2), .. PruningMethod.Default.TakeLast(2)];
        var first = PruningQualityExperiment.Run(Model, some, 8).Table.ToHtml(2000);
        Assert.That(PruningQualityExperiment.Run(Model, some, 8).Table.ToHtml(2000), Is.EqualTo(first));
    }

    private static IEnumerable<(string Layer, string Pattern, double Nominal, double Density, double KeptL2, double Best)> Rows()
    {
        ImmutableArray<object?> layers = Table["layer"], patterns = Table["pattern"], nominal = Table["nominal_density"], density = Table["density"], kept = Table["kept_l2_share"], best = Table["best_l2_share"];
        return Enumerable.Range(0, layers.Length).Select(row => ((string)layers[row]!, (string)patterns[row]!, (double)nominal[row]!, (double)density[row]!, (double)kept[row]!, (double)best[row]!));
    }
}
