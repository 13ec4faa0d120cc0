namespace HighLight.Experiments.Tests;

/// <summary>Some lines of the table that pairs accuracies with designs, for runs of a few points.</summary>
internal static class AccuracyPairs
{
    private const int AccuracyColumn = 3;

    /// <summary>The header, and the lines of these rows of the accuracy table.</summary>
    public static string Of(params string[] rows)
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("data", "reference", "accuracy-pairing.csv"));
        return string.Concat(lines.Where((line, i) => i == 0 || rows.Contains(line.Split(',')[AccuracyColumn], StringComparer.Ordinal)).Select(line => line + "\n"));
    }
}
