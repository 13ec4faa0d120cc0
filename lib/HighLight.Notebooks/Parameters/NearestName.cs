namespace HighLight.Notebooks.Parameters;

/// <summary>Which of a few known names a misspelt one was meant to be.</summary>
internal static class NearestName
{
    // Longer names are no slip of a finger.
    private const int LongestCompared = 64;

    /// <summary>
    /// The known name with the fewest wrong, missing, superfluous and exchanged letters, at most a third of it; null if none is that near.
    /// </summary>
    public static string? Find(string text, IEnumerable<string> known) =>
        text.Length > LongestCompared
            ? null
            : known.Select(name => (Name: name, Errors: Errors(text.ToUpperInvariant(), name.ToUpperInvariant())))
                .Where(candidate => candidate.Errors <= Math.Max(1, candidate.Name.Length / 3))
                .OrderBy(candidate => candidate.Errors)
                .Select(candidate => candidate.Name)
                .FirstOrDefault();

    // The optimal string alignment distance.
    private static int Errors(string a, string b)
    {
        int[,] errors = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                errors[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(errors[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(errors[i - 1, j], errors[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    errors[i, j] = Math.Min(errors[i, j], errors[i - 2, j - 2] + 1);
                }
            }
        }

        return errors[a.Length, b.Length];
    }
}
