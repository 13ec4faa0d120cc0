using HighLight.Architecture;

namespace HighLight.Experiments.Tests.Architecture;

/// <summary>The arrows between the folders of HighLight.Experiments: exactly these, and no circle.</summary>
public class LayeringTests
{
    private static readonly string[] s_allowed =
    [
        ". -> Breakdown, Datapath, Degrees, Display, DnnLayers, DualStructured, EdpAccuracy, Figures.Offline, Geomean, "
            + "Motivation, Primer, Quality, Results, Sensitivity, Sweep",
        "Breakdown -> Figures, Figures.Axes, Figures.Layers, Reference, Results, Settings, Tables",
        "Datapath -> Figures, Figures.Axes, Figures.Layers, Results, Tables",
        "Degrees -> Figures, Figures.Axes, Figures.Layers, Reference, Results, Tables",
        "DnnLayers -> Figures, Figures.Axes, Figures.Layers, Results, Settings, Sweep, Tables",
        "DualStructured -> Figures, Figures.Axes, Figures.Layers, Results, Settings, Tables",
        "EdpAccuracy -> DnnLayers, Figures, Figures.Axes, Figures.Layers, Reference, Results, Settings, Tables",
        "Figures -> Display, Figures.Axes, Figures.Layers, Figures.Offline, Figures.Plotly, Figures.Styles, Storage",
        "Figures.Layers -> Figures.Axes, Figures.Plotly, Figures.Styles",
        "Figures.Plotly -> Figures.Axes, Figures.Styles",
        "Geomean -> Figures, Figures.Axes, Figures.Layers, Reference, Results, Settings, Sweep, Tables",
        "Motivation -> EdpAccuracy, Figures, Figures.Axes, Figures.Layers, Reference, Results, Settings, Tables",
        "Parquet -> Storage, Tables",
        "Primer -> Figures, Figures.Axes, Figures.Layers, Results, Tables",
        "Quality -> Degrees, Figures, Figures.Axes, Figures.Layers, Results, Storage, Tables",
        "Reference -> HighLight.Csv, Results",
        "Results -> Display, Figures, Parquet, Settings, Storage, Tables",
        "Sensitivity -> Breakdown, Figures, Figures.Axes, Figures.Layers, Results, Settings, Tables",
        "Storage -> HighLight.Files",
        "Sweep -> Figures, Figures.Axes, Figures.Layers, Results, Settings, Tables",
        "Tables -> Display",
    ];

    private static readonly string[] s_arrows = FolderArrows.Of(typeof(ExperimentEntry).Assembly.Location, "HighLight.Experiments");

    [Test]
    public void Folders_UseExactlyTheListedOnes() => Assert.That(s_arrows, Is.EqualTo(s_allowed));

    [Test]
    public void Folders_HaveNoCircle() => Assert.That(FolderArrows.Circles(s_arrows), Is.Empty);
}
