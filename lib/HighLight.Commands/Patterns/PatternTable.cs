using System.Globalization;
using HighLight.Commands.Formatting;
using HighLight.Sparsity;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Patterns;

/// <summary>A family as a table of its patterns, and the lines below it.</summary>
internal static class PatternTable
{
    /// <summary>A row for each pattern.</summary>
    public static ResultTable Of(FamilyListing listing) => ResultTable.Create(
        listing.Family.ToString(),
        [
            Text("pattern"), Number("density"), Number("degree"), Number("degree", "%"), Number("group", "values"),
            Number("kept", "values/group"), Number("metadata", "bits/group"), Number("muxes alone", "words/lane"),
        ],
        listing.Patterns,
        pattern =>
        [
            pattern.ToString(),
            pattern.Density.ToString(null, CultureInfo.InvariantCulture),
            pattern.SparsityDegree.ToString(null, CultureInfo.InvariantCulture),
            Percent(pattern.SparsityDegree),
            pattern.GroupSize.ToString(CultureInfo.InvariantCulture),
            pattern.KeptPerGroup.ToString(CultureInfo.InvariantCulture),
            listing.MetadataBits(pattern).ToString(CultureInfo.InvariantCulture),
            SummaryFigures.Format(FamilyListing.MuxesOf(pattern).WordsPerLane.ToDouble()),
        ]);

    /// <summary>What holds for the family as a whole.</summary>
    public static IEnumerable<string> Summary(FamilyListing listing)
    {
        var degrees = listing.Degrees;
        yield return FormattableString.Invariant(
            $"{Count(listing.Patterns.Length, "pattern")}, {Count(degrees.Length, "distinct degree")}: {string.Join(", ", degrees.Select(Percent))} %.");
        yield return FormattableString.Invariant(
            $"Muxes for the whole family (2:1, independent rows, sorted offsets): {SummaryFigures.Format(listing.Muxes.WordsPerLane.ToDouble())} words/lane, {SummaryFigures.Format(listing.Muxes.SelectorsPerLane.ToDouble())} selectors/lane.");
    }

    private static string Percent(Fraction degree) => (degree * 100).ToDouble().ToString("0.##", CultureInfo.InvariantCulture);

    private static string Count(int number, string what) => FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : "s")}");
}
