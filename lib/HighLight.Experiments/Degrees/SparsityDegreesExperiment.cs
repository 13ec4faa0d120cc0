using System.Collections.Immutable;
using HighLight.Experiments.Figures;
using HighLight.Experiments.Figures.Axes;
using HighLight.Experiments.Figures.Layers;
using HighLight.Experiments.Reference;
using HighLight.Experiments.Results;
using HighLight.Experiments.Tables;
using HighLight.Hardware;
using HighLight.Sparsity;

namespace HighLight.Experiments.Degrees;

/// <summary>
/// Which sparsity degrees families of patterns offer, and what selecting operand B for them costs: one rank with a large H (S) against two
/// ranks with small ones (SS).
/// </summary>
public static class SparsityDegreesExperiment
{
    /// <summary>The families of the default run fit; a large family of a user is cut short for reading only.</summary>
    private const int MostShownRows = 60;

    /// <summary>The experiment.</summary>
    public static Experiment Experiment { get; } = new(
        2, "sparsity-degrees", "Sparsity degrees and muxing overhead of S and SS", "paper Fig. 6 (recalled)");

    /// <summary>Runs with the families S, SS, HighLight, STC and S2TA.</summary>
    /// <param name="rowsSharingSelection">R of the second set of muxes: rows of A that share their coordinates above rank 0, at least 1. The first set has R = 1.</param>
    public static SparsityDegreesResult Run(int rowsSharingSelection = 4) =>
        Run([NamedFamily.S, NamedFamily.SS, NamedFamily.HighLight, NamedFamily.Stc, NamedFamily.S2ta], rowsSharingSelection);

    /// <summary>Runs with any families.</summary>
    /// <param name="families">The families, each with a name of its own.</param>
    /// <param name="rowsSharingSelection">As above, at least 1.</param>
    /// <exception cref="ArgumentException">There is no family, two have one name, or no row shares a selection.</exception>
    /// <exception cref="InvalidOperationException">A family is too large to enumerate.</exception>
    public static SparsityDegreesResult Run(ImmutableArray<NamedFamily> families, int rowsSharingSelection = 4)
    {
        if (families.IsDefaultOrEmpty || families.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != families.Length)
        {
            throw new ArgumentException("Give at least one family, each with a name of its own.", nameof(families));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(rowsSharingSelection, 1);

        var degrees = families.SelectMany(Degrees).ToImmutableArray();
        var muxes = families.SelectMany(f => Muxes(f, rowsSharingSelection)).ToImmutableArray();
        return new(DegreeTable(degrees, rowsSharingSelection), MuxTable(muxes), Draw(families, degrees, muxes), Compare(families, rowsSharingSelection));
    }

    private static IEnumerable<DegreeRow> Degrees(NamedFamily family)
    {
        var seen = new HashSet<Fraction>();
        return family.Family.Patterns()
            .OrderBy(pattern => pattern.SparsityDegree)
            .Select(pattern => new DegreeRow(family, pattern, seen.Add(pattern.SparsityDegree)));
    }

    private static IEnumerable<MuxRow> Muxes(NamedFamily family, int rows) =>
        from shared in new[] { 1, rows }.Distinct()
        from sorted in new[] { true, false }
        select new MuxRow(family.Name, new SelectionMuxes(family.Family) { RowsSharingSelection = shared, SortedOffsets = sorted });

    private static ResultTable DegreeTable(ImmutableArray<DegreeRow> rows, int sharing) => ResultTable.From(Experiment.Name, rows, columns => columns
        .Text("family", r => r.Family.Name)
        .Text("family_specification", r => r.Family.Family.ToString())
        .Integer("ranks", "1", r => (int?)r.Pattern.RankCount, "Ranks with a rule.")
        .Text("pattern", r => r.Pattern.ToString())
        .Text("density_exact", r => Invariant($"{r.Pattern.Density}"), "Density as a fraction.")
        .Number("density", "1", r => (double?)r.Pattern.Density.ToDouble(), "Largest share of nonzeros, product of G/H.")
        .Number("sparsity_degree", "1", r => (double?)r.Pattern.SparsityDegree.ToDouble(), "1 - density.")
        .Flag("first_of_its_degree", r => r.IsFirstOfItsDegree, "False where an earlier pattern of the family has the same degree.")
        .Number("mux_words_per_lane", "mux2/lane", r => (double?)new SelectionMuxes(r.Family.Family).WordsPerLane.ToDouble(), "Of the whole family: word-wide 2:1 muxes a multiplier lane, independent rows, sorted offsets.")
        .Number("mux_selectors_per_lane", "mux2/lane", r => (double?)new SelectionMuxes(r.Family.Family).SelectorsPerLane.ToDouble(), "The same with a select of a block counted once.")
        .Number("mux_words_per_lane_shared", "mux2/lane", r => (double?)new SelectionMuxes(r.Family.Family) { RowsSharingSelection = sharing }.WordsPerLane.ToDouble(), Invariant($"mux_words_per_lane where {sharing} rows share the selection above rank 0.")))
        .WithShownRows(Math.Min(rows.Length, MostShownRows));

    private static ResultTable MuxTable(IEnumerable<MuxRow> rows) => ResultTable.From("muxing overhead", rows, columns => columns
        .Text("family", r => r.Family)
        .Integer("rows_sharing_selection", "1", r => (int?)r.Muxes.RowsSharingSelection, "R: rows of A that share their coordinates above rank 0.")
        .Flag("sorted_offsets", r => r.Muxes.SortedOffsets, "Whether slots see H-G+1 candidates instead of H.")
        .Number("words_per_lane", "mux2/lane", r => (double?)r.Words, "W: word-wide 2:1 muxes a multiplier lane.")
        .Number("selectors_per_lane", "mux2/lane", r => (double?)r.Selectors, "N: a select of a whole block counts one."));

    private static Figure Draw(ImmutableArray<NamedFamily> families, ImmutableArray<DegreeRow> degrees, ImmutableArray<MuxRow> muxes)
    {
        ImmutableArray<string> names = [.. families.Select(f => f.Name)];
        var spectrum = new Panel(
            Axis.Linear("sparsity degree") with { Range = (-0.03, 1), TickFormat = ".0%" },
            Axis.Category("", names),
            Points.Of(
                degrees.Where(r => r.IsFirstOfItsDegree),
                r => r.Pattern.SparsityDegree.ToDouble(),
                r => r.Family.Name,
                r => r.Family.Name,
                hover: r => Invariant($"{r.Family.Name}: {r.Pattern.SparsityDegree.ToDouble():P1} by {r.Pattern}")) with { Shape = MarkerShape.Tick, Size = 20 })
        {
            Title = "degrees offered",
        };
        var bars = muxes.Where(m => m.Muxes.SortedOffsets).SelectMany(m => new[]
        {
            (m.Family, Kind: Invariant($"words, R = {m.Muxes.RowsSharingSelection}"), Value: m.Words),
            (m.Family, Kind: Invariant($"selectors, R = {m.Muxes.RowsSharingSelection}"), Value: m.Selectors),
        });
        var overhead = new Panel(
            Axis.Category("", names),
            Axis.Linear("2:1 muxes a lane") with { FromZero = true },
            Bars.Of(
                bars,
                bar => bar.Family,
                bar => bar.Value,
                bar => bar.Kind,
                hover: bar => Invariant($"{bar.Family}, {bar.Kind}: {bar.Value:0.##}")))
        {
            Title = "muxing overhead",
        };
        return Figure.Grid("Sparsity degrees and what selecting operand B for them costs", 2, spectrum, overhead)
            .WithSubtitle(IsThePapersComparison(families) ? Experiment.PaperFigure : null)
            .WithSize(960, 440);
    }

    private static ImmutableArray<PaperComparison> Compare(ImmutableArray<NamedFamily> families, int sharing)
    {
        var rows = ImmutableArray.CreateBuilder<PaperComparison>();
        foreach (var family in families)
        {
            rows.Add(PaperComparison.Without(
                $"distinct degrees of {family.Name}", "1", family.Family.SparsityDegrees().Length, Invariant($"from {family.Family.PatternCount} patterns of {family.Family}")));
        }

        if (IsThePapersComparison(families))
        {
            var target = PaperTargets.Find("claim-mux");
            rows.Add(Against(target, "words, R = 1", 1, m => m.WordsPerLane, "A rank-1 select moves a block of H0 words: counted by words the two are equal."));
            rows.Add(Against(target, "selectors, R = 1", 1, m => m.SelectorsPerLane, "A select of a block counted once: the reading that gives the claim without sharing."));
            if (sharing > 1)
            {
                rows.Add(Against(target, Invariant($"words, R = {sharing}"), sharing, m => m.WordsPerLane, "Rows that share their rank-1 coordinates share the selection."));
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>Fig. 6 sets S against SS; without them the figure is not the paper's.</summary>
    private static bool IsThePapersComparison(ImmutableArray<NamedFamily> families) =>
        families.Contains(NamedFamily.S) && families.Contains(NamedFamily.SS);

    private static PaperComparison Against(PaperTarget target, string what, int rows, Func<SelectionMuxes, Fraction> count, string note)
    {
        var s = count(new SelectionMuxes(NamedFamily.S.Family) { RowsSharingSelection = rows });
        var ss = count(new SelectionMuxes(NamedFamily.SS.Family) { RowsSharingSelection = rows });
        return PaperComparison.With(
            $"muxing overhead S / SS ({what})", target.Unit, (s / ss).ToDouble(), target.Value, target.Confidence, target.Source, "The paper states 'more than'. " + note);
    }
}
