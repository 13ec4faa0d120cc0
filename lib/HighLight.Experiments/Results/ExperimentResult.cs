using System.Collections.Immutable;
using HighLight.Experiments.Display;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Parquet;
using HighLight.Experiments.Settings;
using HighLight.Experiments.Storage;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Results;

/// <summary>What a run of an experiment gives: its table, its figures and how it compares with the paper. Each experiment derives a result that names its figures and views.</summary>
public record ExperimentResult
{
    /// <summary>Collects a result and marks the table with the experiment and the library's version.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="table">The main table, with every observation.</param>
    /// <param name="figures">At least one; the first is the main figure.</param>
    /// <param name="comparisons">The comparisons with the paper; may be empty.</param>
    /// <param name="views">Further tables, views on the main one for readers; may be left out.</param>
    public ExperimentResult(
        Experiment experiment,
        ResultTable table,
        ImmutableArray<Figure> figures,
        ImmutableArray<PaperComparison> comparisons,
        ImmutableArray<ResultTable> views = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(table);
        if (figures.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"The result of '{experiment.Name}' has no figure: give at least one.", nameof(figures));
        }

        Experiment = experiment;
        Table = table.WithMetadata("experiment", experiment.Name).WithMetadata("library_version", LibraryVersion.Current);
        Figures = figures;
        Views = views.IsDefault ? [] : views;
        Comparison = new(experiment, comparisons.IsDefault ? [] : comparisons);
    }

    /// <summary>The experiment.</summary>
    public Experiment Experiment { get; }

    /// <summary>The main table, which <see cref="Save"/> writes; its metadata names the experiment and the library's version.</summary>
    public ResultTable Table { get; }

    /// <summary>Further tables, views on the main one for readers; they are not saved.</summary>
    public ImmutableArray<ResultTable> Views { get; }

    /// <summary>The figures, the main one first.</summary>
    public ImmutableArray<Figure> Figures { get; }

    /// <summary>The main figure.</summary>
    public Figure Figure => Figures[0];

    /// <summary>How we compare with the paper.</summary>
    public ComparisonTable Comparison { get; }

    /// <summary>
    /// In what the run departs from the experiment's defaults, such as <c>Gemm = 512x512x512</c>; empty for the default run.
    /// </summary>
    public string Variant { get; init; } = "";

    /// <summary>
    /// Writes the table as <c>results/NAME.parquet</c> and the comparison as <c>results/summary/NAME.json</c>, each whole or not at
    /// all. A <see cref="Variant"/> is written as <c>results/variants/NAME-KEY.parquet</c> instead.
    /// </summary>
    /// <param name="data">The data folder; found by <see cref="DataFolder.Find(string?)"/> where null.</param>
    /// <returns>The folder written to.</returns>
    /// <remarks>
    /// Saving an equal result again leaves equal bytes. The file of a variant states it in its metadata, under <c>variant</c>.
    /// </remarks>
    public DataFolder Save(DataFolder? data = null)
    {
        var folder = data ?? DataFolder.Find();
        if (Variant.Length > 0)
        {
            var file = $"{Experiment.Name}-{ResultVariant.Key(Variant)}.parquet";
            Table.WithMetadata("variant", Variant).WriteParquet(Path.Combine(folder.Variants, file));
            return folder;
        }

        Table.WriteParquet(Path.Combine(folder.Results, Experiment.Name + ".parquet"));
        ResultFile.WriteText(Path.Combine(folder.Summary, Experiment.Name + ".json"), Comparison.ToJson());
        return folder;
    }
}
