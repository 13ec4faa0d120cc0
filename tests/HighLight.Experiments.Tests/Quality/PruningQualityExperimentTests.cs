using System.Collections.Immutable;
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
    public void KeptL2Share_Unstructured_IsTheUpperBoundAtEqualDensity()
    {
        var bound = Rows().Where(r => r.Pattern == "unstructured").ToDictionary(r => (r.Layer, r.Nominal), r => r.KeptL2);
        foreach (var row in Rows().Where(r => r.Density <= r.Nominal))
        {
            Assert.That(row.KeptL2, Is.LessThanOrEqualTo(bound[(row.Layer, row.Nominal)] + 1e-9), $"{row}");
        }
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
        foreach (var layer in Rows().Where(r => r.Nominal == 0.25).GroupBy(r => r.Layer))
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
    public void Run_Twice_GivesEqualTables() =>
        Assert.That(PruningQualityExperiment.Run(Model, activationColumns: 8).Table.ToHtml(2000), Is.EqualTo(Table.ToHtml(2000)));

    private static IEnumerable<(string Layer, string Pattern, double Nominal, double Density, double KeptL2)> Rows()
    {
        ImmutableArray<object?> layers = Table["layer"], patterns = Table["pattern"], nominal = Table["nominal_density"], density = Table["density"], kept = Table["kept_l2_share"];
        return Enumerable.Range(0, layers.Length).Select(row => ((string)layers[row]!, (string)patterns[row]!, (double)nominal[row]!, (double)density[row]!, (double)kept[row]!));
    }
}
