namespace HighLight.Pruning;

/// <summary>One exception for all problems of a pruner's settings.</summary>
internal static class PrunerSettings
{
    /// <param name="pruner">The kind of pruner.</param>
    /// <param name="problems">What is wrong, with the legal values; null where nothing is.</param>
    /// <exception cref="ArgumentException">There is a problem.</exception>
    public static void ThrowIfAny(string pruner, params ReadOnlySpan<string?> problems)
    {
        var found = problems.ToArray().OfType<string>().ToArray();
        if (found.Length > 0)
        {
            throw new ArgumentException($"Not settings of {pruner} pruning: {string.Join("; ", found)}.");
        }
    }
}
